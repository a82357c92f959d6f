#include "indexer/reader/columns.h"

#include <algorithm>
#include <array>
#include <map>

#include "indexer/text/normalize.h"
#include "indexer/text/tokens.h"
#include "indexer/text/vocabulary_table.h"

namespace giaidap {
namespace {

constexpr std::size_t kLongestHeaderCell = 120;  // bytes

constexpr std::array<std::pair<std::string_view, ColumnRole>, 14> kRoles{
    {{"number", ColumnRole::Number},
     {"question", ColumnRole::Question},
     {"agency", ColumnRole::Agency},
     {"answer", ColumnRole::Answer},
     {"petitioner", ColumnRole::Petitioner},
     {"task", ColumnRole::Task},
     {"basis", ColumnRole::Basis},
     {"unit", ColumnRole::Unit},
     {"deadline", ColumnRole::Deadline},
     {"result", ColumnRole::Result},
     {"topic", ColumnRole::Topic},
     {"date", ColumnRole::Date},
     {"dispatch", ColumnRole::Dispatch},
     {"other", ColumnRole::Other}}};

// Words only, folded, single blanks, one at either end: phrases are found at word limits.
std::string words_of(std::string_view text) {
  std::string words = " ";
  for (const Token& token : tokenize(text)) words += token.folded + ' ';
  return words;
}

}  // namespace

Result<ColumnWords> ColumnWords::load(const std::filesystem::path& vocabulary_dir) {
  const auto loaded = VocabularyTable::load(vocabulary_dir / "columns.tsv", {"role", "words"});
  if (!loaded) return loaded.error();
  const VocabularyTable& table = loaded.value();
  ColumnWords words;
  for (std::size_t row = 0; row < table.size(); ++row) {
    const auto* const role = std::find_if(
        kRoles.begin(), kRoles.end(), [&](const auto& known) { return known.first == table.cell(row, 0); });
    if (role == kRoles.end()) return table.error(row, "has an unknown role: " + table.cell(row, 0));
    words.phrases_.emplace_back(words_of(table.cell(row, 1)), role->second);
  }
  std::stable_sort(words.phrases_.begin(), words.phrases_.end(),
                   [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  return words;
}

std::optional<ColumnRole> ColumnWords::role_of(std::string_view header_cell) const {
  const std::string words = words_of(header_cell);
  for (const auto& [phrase, role] : phrases_) {
    if (words.find(phrase) != std::string::npos) return role;
  }
  return std::nullopt;
}

std::vector<std::optional<ColumnRole>> ColumnWords::header_roles(
    const std::vector<std::string>& cells) const {
  std::vector<std::optional<ColumnRole>> roles;
  std::ptrdiff_t named = 0;
  for (const std::string& cell : cells) {
    if (cell.size() > kLongestHeaderCell) return {};
    roles.push_back(role_of(cell));
    // A header cell says little more than its role; a row's text may well contain such words.
    if (roles.back() && tokenize(cell).size() > 12) return {};
    named += roles.back() ? 1 : 0;
  }
  const bool numbered = !roles.empty() && roles.front() == ColumnRole::Number;
  return named >= (numbered ? 2 : 3) ? roles : std::vector<std::optional<ColumnRole>>{};
}

std::vector<ColumnRole> ColumnWords::roles_in_line(std::string_view line) const {
  std::string words = words_of(line);
  const bool numbered = std::any_of(phrases_.begin(), phrases_.end(), [&](const auto& phrase) {
    return phrase.second == ColumnRole::Number && words.starts_with(phrase.first);
  });
  if (!numbered) return {};
  std::map<std::size_t, ColumnRole> found;
  for (const auto& [phrase, role] : phrases_) {
    const std::size_t at = words.find(phrase);
    if (at == std::string::npos) continue;
    found.emplace(at, role);
    // What a longer phrase took is no longer there for a shorter one.
    std::fill(words.begin() + static_cast<std::ptrdiff_t>(at) + 1,
              words.begin() + static_cast<std::ptrdiff_t>(at + phrase.size()) - 1, '_');
  }
  if (found.empty() || found.begin()->second != ColumnRole::Number || found.begin()->first != 0) return {};
  std::vector<ColumnRole> roles;
  roles.reserve(found.size());
  for (const auto& [at, role] : found) roles.push_back(role);
  return roles;
}

}  // namespace giaidap
