#include "indexer/dispatch/wrapped_rows.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

#include "indexer/dispatch/name_cells.h"
#include "indexer/dispatch/numbering.h"
#include "indexer/dispatch/paragraphs.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr std::size_t kMostHeaderLines = 4;
constexpr std::size_t kLongestHeader = 400;  // bytes of all its lines

// "12. UBND tỉnh" → 12 and where the rest begins; 0 if the line begins with no row number.
int row_number(const std::string& line, std::size_t& rest) {
  std::size_t at = 0;
  while (at < line.size() && std::isdigit(static_cast<unsigned char>(line[at])) != 0) ++at;
  if (at == 0 || at > 3) return 0;
  const int number = std::atoi(line.substr(0, at).c_str());
  if (at < line.size() && line[at] == '.') ++at;
  if (at < line.size() && line[at] != ' ') return 0;
  rest = std::min(line.find_first_not_of(' ', at), line.size());
  return number;
}

// "IV Bộ Tư pháp" → {IV, Bộ Tư pháp}: a Roman number and a name, nothing else on the line.
std::optional<RowGroup> group_line(const std::string& line, const Agencies& agencies) {
  const std::size_t blank = line.find(' ');
  if (blank == std::string::npos) return std::nullopt;
  std::string label = line.substr(0, blank);
  if (label.ends_with('.')) label.pop_back();
  const std::string title = squeeze(line.substr(blank));
  if (roman_value(label) == 0 || !agencies.canonical(title)) return std::nullopt;
  return RowGroup{label, title};
}

class WrappedReader {
 public:
  WrappedReader(const std::vector<Block>& lines, const WrappedHeader& header, const Agencies& agencies)
      : lines_(lines), agencies_(agencies) {
    table_.kind = table_kind(header.roles);
    name_role_ = table_.kind == TableKind::Petition ? ColumnRole::Petitioner : ColumnRole::Agency;
  }

  RowTable read(std::size_t begin) {
    at_ = begin;
    while (at_ < lines_.size()) {
      if (open_group() || begin_row()) continue;
      take_text();
    }
    return std::move(table_);
  }

 private:
  [[nodiscard]] const Block& line() const { return lines_[at_]; }

  bool open_group() {
    const std::optional<RowGroup> group = group_line(line().text, agencies_);
    if (!group || roman_value(group->label) != last_group_ + 1) return false;
    last_group_ = roman_value(group->label);
    group_ = *group;
    table_.group_paths.push_back({*group});
    last_number_ = 0;
    ++at_;
    return true;
  }

  bool begin_row() {
    std::size_t rest = 0;
    if (row_number(line().text, rest) != last_number_ + 1) return false;
    const std::string first = line().text.substr(rest);
    std::vector<std::string> lines;
    if (!first.empty()) lines.push_back(first);
    const std::size_t after = at_ + 1;
    for (std::size_t i = after; i < lines_.size() && lines.size() < 16; ++i) lines.push_back(lines_[i].text);
    const std::size_t names = name_lines(lines, agencies_);
    const std::size_t prefix = names == 0 ? name_prefix(first, agencies_) : 0;
    if (names == 0 && prefix == 0) return false;  // a number in the text, not a row

    Row row;
    if (group_) row.groups = {*group_};
    row.number = std::to_string(++last_number_);
    row.place = line().place;
    for (std::size_t i = 0; i < names; ++i) append_name(row, lines[i]);
    if (prefix > 0) {
      append_name(row, first.substr(0, prefix));
      row.cells[ColumnRole::Question] = squeeze(first.substr(prefix));
    }
    at_ = after + (prefix > 0 || names == 0 ? 0 : names - (first.empty() ? 0 : 1));
    table_.rows.push_back(std::move(row));
    previous_ = nullptr;
    return true;
  }

  void append_name(Row& row, const std::string& name) const {
    std::string& cell = row.cells[name_role_];
    cell += (cell.empty() ? "" : " ") + name;
  }

  void take_text() {
    if (!table_.rows.empty() && line().indented && take_rest_of_names()) return;
    if (!table_.rows.empty()) {
      std::string& text = table_.rows.back().cells[ColumnRole::Question];
      const bool paragraph = previous_ != nullptr && begins_paragraph(*previous_, text);
      text += (text.empty() ? "" : paragraph ? "\n" : " ") + line().text;
      previous_ = &line();
    }
    ++at_;
  }

  // The text so far ended a sentence short of the margin, or this line opens a list item.
  [[nodiscard]] bool begins_paragraph(const Block& previous, const std::string& text) const {
    if (leading_mark(line().text)) return true;
    return !previous.trailing_space && !is_open_ended(text) && !starts_lower(line().text);
  }

  // At the top of a page the names that the page before left open may come before the rest of the text.
  bool take_rest_of_names() {
    Row& row = table_.rows.back();
    if (!is_open_list(row.cells[name_role_])) return false;
    std::vector<std::string> rest;
    for (std::size_t i = at_; i < lines_.size() && rest.size() < 12; ++i) rest.push_back(lines_[i].text);
    const std::size_t names = name_lines(rest, agencies_);
    for (std::size_t i = 0; i < names; ++i) append_name(row, rest[i]);
    at_ += names;
    return names > 0;
  }

  const std::vector<Block>& lines_;
  const Agencies& agencies_;
  RowTable table_;
  ColumnRole name_role_ = ColumnRole::Petitioner;
  std::optional<RowGroup> group_;
  int last_group_ = 0;
  int last_number_ = 0;
  const Block* previous_ = nullptr;  // the last line of text of the current row
  std::size_t at_ = 0;
};

}  // namespace

std::optional<WrappedHeader> wrapped_header(const std::vector<Block>& lines, std::size_t at,
                                            const ColumnWords& words) {
  std::string text;
  std::optional<WrappedHeader> found;
  for (std::size_t i = at; i < lines.size() && i < at + kMostHeaderLines; ++i) {
    if (lines[i].kind != BlockKind::Line || (i > at && lines[i].blank_before)) break;
    text += (text.empty() ? "" : " ") + lines[i].text;
    if (text.size() > kLongestHeader) break;
    std::vector<ColumnRole> roles = words.roles_in_line(text);
    if (roles.size() >= 2) found = WrappedHeader{std::move(roles), i + 1};
  }
  return found;
}

RowTable read_wrapped_table(const std::vector<Block>& lines, const WrappedHeader& header,
                            const Agencies& agencies, std::vector<Finding>& findings) {
  RowTable table = WrappedReader(lines, header, agencies).read(header.end);
  if (table.rows.empty() && !lines.empty()) {
    findings.push_back({lines.front().place.file + ":" + std::to_string(lines.front().place.line.value_or(0)),
                        "Có tiêu đề bảng nhưng không đọc được hàng nào theo số thứ tự."});
  }
  return table;
}

}  // namespace giaidap
