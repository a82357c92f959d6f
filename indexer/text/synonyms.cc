#include "indexer/text/synonyms.h"

#include <algorithm>

#include "indexer/text/vocabulary_table.h"

namespace giaidap {
namespace {

constexpr std::size_t kMostEveryday = 3;  // more only cost time: dispatches seldom use everyday words

// The id of a phrase: its group, and whether it is one of the official ones.
std::uint32_t phrase_id(std::size_t group, bool official) {
  return static_cast<std::uint32_t>(2 * group + (official ? 1 : 0));
}
std::size_t group_of(std::uint32_t id) { return id / 2; }
bool is_official(std::uint32_t id) { return id % 2 == 1; }

std::vector<std::string> others_of(const SynonymGroup& group, bool official) {
  std::vector<std::string> others = group.official;
  const auto most = std::min(group.everyday.size(), kMostEveryday);
  if (official)
    others.insert(others.end(), group.everyday.begin(),
                  group.everyday.begin() + static_cast<std::ptrdiff_t>(most));
  return others;
}

bool has_syllables_of(const std::vector<Token>& text, const PhraseMatch& match, const std::string& phrase) {
  const std::vector<Token> tokens = tokenize(phrase);
  const auto begin = text.begin();
  return std::equal(tokens.begin(), tokens.end(), begin + static_cast<std::ptrdiff_t>(match.token_begin),
                    begin + static_cast<std::ptrdiff_t>(match.token_end),
                    [](const Token& a, const Token& b) { return a.folded == b.folded; });
}

}  // namespace

Result<Synonyms> Synonyms::load(const std::filesystem::path& vocabulary_dir) {
  auto loaded = VocabularyTable::load(vocabulary_dir / "synonyms.tsv", {"official", "everyday"});
  if (!loaded) return loaded.error();
  const VocabularyTable& table = loaded.value();
  Synonyms synonyms;
  for (std::size_t row = 0; row < table.size(); ++row) {
    SynonymGroup group{split_list(table.cell(row, 0)), split_list(table.cell(row, 1))};
    if (group.official.size() + group.everyday.size() < 2) return table.error(row, "has only one phrase");
    for (const std::string& phrase : group.official) synonyms.phrases_.add(phrase, phrase_id(row, true));
    for (const std::string& phrase : group.everyday) synonyms.phrases_.add(phrase, phrase_id(row, false));
    synonyms.groups_.push_back(std::move(group));
  }
  return synonyms;
}

std::vector<OtherForm> Synonyms::in(const std::vector<Token>& text) const {
  std::vector<OtherForm> found;
  for (const PhraseMatch& match : phrases_.find_all(text)) {
    for (const std::string& other : others_of(groups_[group_of(match.id)], is_official(match.id))) {
      const auto is_known = [&](const OtherForm& form) {
        return form.token_begin == match.token_begin && form.text == other;
      };
      if (has_syllables_of(text, match, other) || std::any_of(found.begin(), found.end(), is_known)) continue;
      found.push_back({match.token_begin, match.token_end, other, match.exact_tones});
    }
  }
  return found;
}

}  // namespace giaidap
