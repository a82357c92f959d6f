#include "indexer/text/synonyms.h"

#include <algorithm>

#include "indexer/text/normalize.h"
#include "indexer/text/vocabulary_table.h"

namespace giaidap {
namespace {

// The phrase of a group that was matched: its syllables, as analysed, are the text's.
bool is_same(const std::string& phrase, const std::vector<Token>& text, std::size_t begin, std::size_t end) {
  const std::vector<Token> tokens = tokenize(phrase);
  return std::equal(tokens.begin(), tokens.end(), text.begin() + static_cast<std::ptrdiff_t>(begin),
                    text.begin() + static_cast<std::ptrdiff_t>(end),
                    [](const Token& a, const Token& b) { return a.folded == b.folded; });
}

}  // namespace

Result<Synonyms> Synonyms::load(const std::filesystem::path& vocabulary_dir) {
  auto loaded = VocabularyTable::load(vocabulary_dir / "synonyms.tsv", {"official", "everyday"});
  if (!loaded) return loaded.error();
  const VocabularyTable& table = loaded.value();
  Synonyms synonyms;
  for (std::size_t row = 0; row < table.size(); ++row) {
    std::vector<std::string> group = split_list(table.cell(row, 0));
    for (std::string& phrase : split_list(table.cell(row, 1))) group.push_back(std::move(phrase));
    if (group.size() < 2) return table.error(row, "has only one phrase");
    for (const std::string& phrase : group) synonyms.phrases_.add(phrase, static_cast<std::uint32_t>(row));
    synonyms.groups_.push_back(std::move(group));
  }
  return synonyms;
}

std::vector<std::string> Synonyms::of(std::string_view phrase) const {
  std::vector<std::string> others;
  const std::string asked = lower(phrase);
  for (const std::uint32_t id : phrases_.lookup(phrase))
    for (const std::string& other : groups_[id])
      if (lower(other) != asked && fold(other) != asked) others.push_back(other);
  return others;
}

std::vector<OtherForm> Synonyms::in(const std::vector<Token>& text) const {
  std::vector<OtherForm> found;
  for (const PhraseMatch& match : phrases_.find_all(text)) {
    for (const std::string& other : groups_[match.id]) {
      if (!is_same(other, text, match.token_begin, match.token_end))
        found.push_back({match.token_begin, match.token_end, other, match.exact_tones});
    }
  }
  return found;
}

}  // namespace giaidap
