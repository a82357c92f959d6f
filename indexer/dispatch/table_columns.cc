#include "indexer/dispatch/table_columns.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

#include "indexer/dispatch/paragraphs.h"
#include "indexer/dispatch/row_labels.h"

namespace giaidap {
namespace {

constexpr std::size_t kLongestLowerHeading = 90;  // bytes of a cell in the second row of a heading
constexpr std::size_t kLongestColumnNumber = 4;   // bytes of "(12)"

// The row below a heading's first row is its second: it has no number of its own, says little, goes on with
// no sentence, and names at least one role.
bool is_second_row(const std::vector<std::string>& upper, const std::vector<std::string>& lower,
                   const ColumnWords& words) {
  if (lower.size() != upper.size()) return false;
  if (!lower.front().empty() && lower.front() != upper.front()) return false;
  bool names_role = false;
  for (std::size_t i = 0; i < lower.size(); ++i) {
    if (lower[i].size() > kLongestLowerHeading || lower[i].ends_with('.') || starts_lower(lower[i]))
      return false;
    names_role = names_role || (lower[i] != upper[i] && words.role_of(lower[i]).has_value());
  }
  return names_role;
}

// What heads each column: the lower cell, with the one above it where it alone names no role.
std::vector<std::string> joined(std::vector<std::string> upper, const std::vector<std::string>& lower,
                                const ColumnWords& words) {
  for (std::size_t i = 0; i < upper.size(); ++i) {
    if (lower[i].empty() || lower[i] == upper[i]) continue;
    upper[i] = upper[i].empty() || words.role_of(lower[i]) ? lower[i] : upper[i] + ' ' + lower[i];
  }
  return upper;
}

std::string without_brackets(const std::string& text) {
  const bool bracketed = text.size() > 2 && text.front() == '(' && text.back() == ')';
  return bracketed ? text.substr(1, text.size() - 2) : text;
}

}  // namespace

std::optional<TableHeading> heading_at(const std::vector<Block>& blocks, std::size_t at,
                                       const ColumnWords& words) {
  if (at >= blocks.size() || blocks[at].kind != BlockKind::TableRow) return std::nullopt;
  const std::vector<std::string> upper = texts_of(blocks[at]);
  const bool more = at + 1 < blocks.size() && blocks[at + 1].kind == BlockKind::TableRow &&
                    blocks[at + 1].table == blocks[at].table;
  const bool starts = std::any_of(upper.begin(), upper.end(),
                                  [&](const std::string& cell) { return words.role_of(cell).has_value(); });
  if (more && starts && !upper.empty()) {
    const std::vector<std::string> lower = texts_of(blocks[at + 1]);
    if (is_second_row(upper, lower, words) && words.header_roles(lower).empty()) {
      TableHeading heading{joined(upper, lower, words), 2};
      if (!words.header_roles(heading.cells).empty()) return heading;
    }
  }
  if (words.header_roles(upper).empty()) return std::nullopt;
  return TableHeading{upper, 1};
}

bool numbers_columns(const std::vector<std::string>& cells) {
  int last = 0;
  std::size_t count = 0;
  for (const std::string& cell : cells) {
    if (cell.empty() || cell.size() > kLongestColumnNumber) return false;
    const std::string label = without_brackets(cell);
    const bool letter = label.size() == 1 && std::isupper(static_cast<unsigned char>(label[0])) != 0;
    const int number = std::atoi(label.c_str());
    if (!letter && (label != std::to_string(number) || number != last + 1)) return false;
    if (!letter) last = number;
    ++count;
  }
  return count >= 3 && last > 0;
}

TableColumns::TableColumns(const TableHeading& heading, const ColumnWords& words)
    : roles_(words.header_roles(heading.cells)) {
  // Beside questions a column that no word names is the answer, if no other is.
  if (kind() == TableKind::Qa && !has(ColumnRole::Answer)) return;
  for (std::size_t i = 0; i < roles_.size(); ++i) {
    if (!roles_[i] && !heading.cells[i].empty()) roles_[i] = ColumnRole::Other;
  }
}

bool TableColumns::has(ColumnRole role) const {
  return std::find(roles_.begin(), roles_.end(), role) != roles_.end();
}

std::vector<ColumnRole> TableColumns::named() const {
  std::vector<ColumnRole> named;
  for (const std::optional<ColumnRole>& role : roles_) {
    if (role) named.push_back(*role);
  }
  return named;
}

TableKind TableColumns::kind() const {
  // Who asks for what from whom, and no column that an answer may stand in.
  const bool asks = has(ColumnRole::Petitioner) && has(ColumnRole::Agency) && !has(ColumnRole::Answer) &&
                    named().size() == roles_.size();
  return asks ? TableKind::Petition : table_kind(named());
}

bool TableColumns::is_known() const { return is_known_table(named()); }

std::optional<std::size_t> TableColumns::number() const {
  const auto found = std::find(roles_.begin(), roles_.end(), ColumnRole::Number);
  if (found == roles_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - roles_.begin());
}

std::size_t TableColumns::question() const {
  const auto found = std::find(roles_.begin(), roles_.end(), ColumnRole::Question);
  return found == roles_.end() ? 1 : static_cast<std::size_t>(found - roles_.begin());
}

std::vector<std::optional<ColumnRole>> TableColumns::without_number() const {
  std::vector<std::optional<ColumnRole>> roles = roles_;
  if (const std::optional<std::size_t> at = number())
    roles.erase(roles.begin() + static_cast<std::ptrdiff_t>(*at));
  return roles;
}

std::vector<ColumnRole> TableColumns::roles_for(std::size_t count, TableKind kind) const {
  const std::vector<std::optional<ColumnRole>> named = without_number();
  std::vector<ColumnRole> roles;
  if (kind != TableKind::Qa) {
    for (std::size_t i = 0; i < named.size() && i < count; ++i) {
      roles.push_back(named[i].value_or(roles.empty() ? ColumnRole::Question : roles.back()));
    }
    return roles;
  }
  roles.assign(count, ColumnRole::Answer);
  const std::size_t before = number() && *number() < question() ? 1 : 0;
  const std::size_t asked = question() - std::min(before, question());
  if (asked < count) roles[asked] = ColumnRole::Question;
  for (std::size_t i = 0; i < count && named.size() == count; ++i) {
    if (named[i] && *named[i] != ColumnRole::Agency) roles[i] = *named[i];
  }
  return roles;
}

}  // namespace giaidap
