#include "indexer/text/abbreviations.h"

#include <algorithm>
#include <unordered_set>

#include "indexer/text/normalize.h"
#include "indexer/text/vocabulary_table.h"

namespace giaidap {

Result<Abbreviations> Abbreviations::load(const std::filesystem::path& vocabulary_dir) {
  auto loaded = VocabularyTable::load(vocabulary_dir / "abbreviations.tsv", {"abbreviation", "expansion"});
  if (!loaded) return loaded.error();
  const VocabularyTable& table = loaded.value();
  Abbreviations abbreviations;
  std::unordered_set<std::string> seen;
  for (std::size_t row = 0; row < table.size(); ++row) {
    const Abbreviation added{table.cell(row, 0), table.cell(row, 1)};
    if (added.expansion.empty()) return table.error(row, added.short_form + " has no expansion");
    if (!seen.insert(lower(added.short_form) + '\t' + lower(added.expansion)).second)
      return table.error(row, added.short_form + " stands here twice");
    abbreviations.add(added);
  }
  return abbreviations;
}

Abbreviations Abbreviations::of(const std::vector<Abbreviation>& defined) {
  Abbreviations abbreviations;
  for (const Abbreviation& row : defined) abbreviations.add(row);
  return abbreviations;
}

void Abbreviations::add(const Abbreviation& row) {
  const auto id = static_cast<std::uint32_t>(rows_.size());
  by_short_form_.add(row.short_form, id);
  by_expansion_.add(row.expansion, id);
  rows_.push_back(row);
}

std::vector<std::string> Abbreviations::expansions(std::string_view short_form) const {
  std::vector<std::string> found;
  for (const std::uint32_t id : by_short_form_.lookup(short_form)) found.push_back(rows_[id].expansion);
  return found;
}

std::vector<std::string> Abbreviations::short_forms(std::string_view expansion) const {
  std::vector<std::string> found;
  for (const std::uint32_t id : by_expansion_.lookup(expansion)) found.push_back(rows_[id].short_form);
  return found;
}

std::vector<OtherForm> Abbreviations::expansions_in(const std::vector<Token>& text) const {
  std::vector<OtherForm> found;
  for (const PhraseMatch& match : by_short_form_.find_all(text))
    found.push_back({match.token_begin, match.token_end, rows_[match.id].expansion, match.exact_tones});
  return found;
}

std::vector<OtherForm> Abbreviations::short_forms_in(const std::vector<Token>& text) const {
  std::vector<OtherForm> found;
  for (const PhraseMatch& match : by_expansion_.find_all(text))
    found.push_back({match.token_begin, match.token_end, rows_[match.id].short_form, match.exact_tones});
  return found;
}

bool Abbreviations::contains(std::string_view short_form) const {
  const std::vector<std::uint32_t> ids = by_short_form_.lookup(short_form);
  return std::any_of(ids.begin(), ids.end(),
                     [&](std::uint32_t id) { return rows_[id].short_form == short_form; });
}

}  // namespace giaidap
