#include "indexer/text/glossary.h"

#include <algorithm>

#include "indexer/text/english_stem.h"
#include "indexer/text/vocabulary_table.h"

namespace giaidap {
namespace {

std::vector<std::string> stems(const std::vector<Token>& tokens) {
  std::vector<std::string> out;
  out.reserve(tokens.size());
  for (const Token& token : tokens) out.push_back(english_stem(token.folded));
  return out;
}

}  // namespace

Result<Glossary> Glossary::load(const std::filesystem::path& vocabulary_dir) {
  auto loaded = VocabularyTable::load(vocabulary_dir / "glossary.tsv", {"english", "vietnamese", "domain"});
  if (!loaded) return loaded.error();
  const VocabularyTable& table = loaded.value();
  Glossary glossary;
  for (std::size_t row = 0; row < table.size(); ++row) {
    GlossaryEntry entry{split_list(table.cell(row, 0)), split_list(table.cell(row, 1)), table.cell(row, 2)};
    if (entry.vietnamese.empty()) return table.error(row, "has no Vietnamese");
    for (const std::string& wording : entry.english) {
      const PhraseTrie::Node node = glossary.phrases_.insert(stems(tokenize(wording)));
      const std::vector<std::uint32_t>& ids = glossary.phrases_.ids(node);
      const auto id = static_cast<std::uint32_t>(row);
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) glossary.phrases_.mark(node, id);
    }
    glossary.entries_.push_back(std::move(entry));
  }
  return glossary;
}

std::vector<Translation> Glossary::translate(const std::vector<Token>& text) const {
  const std::vector<std::string> words = stems(text);
  std::vector<Translation> found;
  for (std::size_t at = 0; at < words.size();) {
    PhraseTrie::Node node = PhraseTrie::root();
    PhraseTrie::Node longest = node;
    std::size_t longest_end = at;
    for (std::size_t i = at; i < words.size() && (i == at || text[i].joins_previous); ++i) {
      const auto next = phrases_.next(node, words[i]);
      if (!next) break;
      node = *next;
      if (phrases_.ids(node).empty()) continue;
      longest = node;
      longest_end = i + 1;
    }
    if (longest_end != at)
      for (const std::uint32_t id : phrases_.ids(longest)) found.push_back({at, longest_end, &entries_[id]});
    at = std::max(longest_end, at + 1);
  }
  return found;
}

}  // namespace giaidap
