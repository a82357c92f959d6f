#include "indexer/dispatch/rows.h"

#include <algorithm>
#include <cstdlib>
#include <initializer_list>
#include <optional>

#include "indexer/dispatch/paragraphs.h"
#include "indexer/reader/block.h"
#include "indexer/text/normalize.h"
#include "indexer/text/tokens.h"

namespace giaidap {
namespace {

std::string at(const Place& place) { return place.file + ":" + std::to_string(place.line.value_or(0)); }

// The last count in brackets of a title: "(10 nhiệm vụ)" → 10.
std::optional<int> announced_count(const std::string& title) {
  const std::size_t open = title.rfind('(');
  if (open == std::string::npos) return std::nullopt;
  const std::vector<Token> tokens = tokenize(std::string_view(title).substr(open));
  if (tokens.size() < 2 || tokens.size() > 4) return std::nullopt;
  const int count = std::atoi(tokens.front().folded.c_str());
  return count > 0 ? std::optional(count) : std::nullopt;
}

std::string group_path(const std::vector<RowGroup>& groups) {
  std::string path;
  for (const RowGroup& group : groups) path += (path.empty() ? "" : ".") + group.label;
  return path;
}

void check_announced(const Row& last, int count, std::vector<Finding>& findings) {
  if (last.groups.empty()) return;
  const std::optional<int> announced = announced_count(last.groups.back().title);
  if (!announced || *announced == count) return;
  findings.push_back({at(last.place), "Nhóm " + group_path(last.groups) + " báo có " +
                                          std::to_string(*announced) + " mục nhưng chỉ đọc được " +
                                          std::to_string(count) + "."});
}

}  // namespace

std::string Row::item() const {
  std::string path = group_path(groups);
  if (path.empty()) return number;
  return number.empty() ? path : path + "." + number;
}

std::string Row::text(ColumnRole role) const {
  const auto found = cells.find(role);
  return found == cells.end() ? std::string{} : strip_footnote_marks(found->second);
}

TableKind table_kind(const std::vector<ColumnRole>& roles) {
  const auto has = [&](ColumnRole role) {
    return std::find(roles.begin(), roles.end(), role) != roles.end();
  };
  if (has(ColumnRole::Task) || has(ColumnRole::Unit)) return TableKind::Task;
  if (has(ColumnRole::Petitioner) && !has(ColumnRole::Answer) && !has(ColumnRole::Agency))
    return TableKind::Petition;
  return TableKind::Qa;
}

bool is_known_table(const std::vector<ColumnRole>& roles) {
  const auto has = [&](std::initializer_list<ColumnRole> any) {
    return std::any_of(any.begin(), any.end(), [&](ColumnRole role) {
      return std::find(roles.begin(), roles.end(), role) != roles.end();
    });
  };
  using Role = ColumnRole;
  const bool task =
      has({Role::Task, Role::Question}) && has({Role::Unit, Role::Deadline, Role::Basis, Role::Result});
  return task || (has({Role::Question}) && has({Role::Answer, Role::Agency, Role::Petitioner})) ||
         has({Role::Task});
}

void append_text(std::string& text, const std::string& more) {
  if (more.empty()) return;
  if (!text.empty()) text += is_open_ended(text) || starts_lower(more) ? ' ' : '\n';
  text += more;
}

void check_numbering(const RowTable& table, std::vector<Finding>& findings) {
  const Row* previous = nullptr;
  int count = 0;
  for (const Row& row : table.rows) {
    if (previous != nullptr && group_path(previous->groups) != group_path(row.groups)) {
      check_announced(*previous, count, findings);
      previous = nullptr;
      count = 0;
    }
    const int expected = previous == nullptr ? 1 : std::atoi(previous->number.c_str()) + 1;
    if (std::atoi(row.number.c_str()) != expected) {
      findings.push_back({at(row.place), "Số thứ tự không liền: sau mục " + std::to_string(expected - 1) +
                                             " là mục " + row.item() +
                                             "; kiểm tra xem có thiếu mục nào không."});
    }
    previous = &row;
    ++count;
  }
  if (previous != nullptr) check_announced(*previous, count, findings);
}

}  // namespace giaidap
