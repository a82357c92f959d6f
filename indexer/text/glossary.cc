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

std::string joined(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < end; ++i) out.append(tokens[i].folded).append(" ");
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
      const std::vector<Token> words = tokenize(wording);
      glossary.phrases_.mark(glossary.phrases_.insert(stems(words)),
                             static_cast<std::uint32_t>(glossary.wordings_.size()));
      glossary.wordings_.push_back({joined(words, 0, words.size()), static_cast<std::uint32_t>(row)});
    }
    glossary.entries_.push_back(std::move(entry));
  }
  return glossary;
}

// The entries of the wordings that end at a node, each once; only those of the wording as typed if there is
// one.
std::vector<std::uint32_t> Glossary::meant(PhraseTrie::Node node, const std::string& typed) const {
  std::vector<std::uint32_t> exact;
  std::vector<std::uint32_t> all;
  for (const std::uint32_t place : phrases_.ids(node)) {
    const Wording& wording = wordings_[place];
    if (std::find(all.begin(), all.end(), wording.entry) == all.end()) all.push_back(wording.entry);
    const bool is_known = std::find(exact.begin(), exact.end(), wording.entry) != exact.end();
    if (wording.text == typed && !is_known) exact.push_back(wording.entry);
  }
  return exact.empty() ? all : exact;
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
      for (const std::uint32_t id : meant(longest, joined(text, at, longest_end)))
        found.push_back({at, longest_end, &entries_[id]});
    at = std::max(longest_end, at + 1);
  }
  return found;
}

}  // namespace giaidap
