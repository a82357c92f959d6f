#include "indexer/dispatch/cell_rows.h"

#include <algorithm>
#include <optional>

#include "indexer/dispatch/agency_cells.h"
#include "indexer/dispatch/numbering.h"
#include "indexer/dispatch/row_labels.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

class TableReader {
 public:
  TableReader(const ColumnWords& words, const Agencies& agencies, std::vector<Finding>& findings)
      : words_(words), agencies_(agencies), findings_(findings) {}

  // Takes a header row; false where it is the header of another table.
  bool header(const std::vector<std::string>& cells) {
    std::vector<std::optional<ColumnRole>> roles = words_.header_roles(cells);
    std::vector<ColumnRole> named;
    for (const std::optional<ColumnRole>& role : roles) {
      if (role) named.push_back(*role);
    }
    if (roles_.empty()) {
      table_.kind = table_kind(named);
    } else if (table_kind(named) != table_.kind) {
      return false;
    }
    roles_ = std::move(roles);
    if (table_.rows.empty()) numbered_ = holds_role(ColumnRole::Number);
    page_start_ = true;
    return true;
  }

  void row(const Block& block) {
    std::vector<std::string> cells = texts_of(block);
    if (const std::optional<RowGroup> group = group_of(cells)) return open_group(*group);
    const std::string number = row_number(cells);
    const std::ptrdiff_t first = numbered_ && !block.cells.empty() ? 1 : 0;
    std::vector<CellText> rest(block.cells.begin() + first, block.cells.end());
    if (!number.empty()) {
      if (page_start_ && !table_.rows.empty()) give_back_tails(rest);
      begin_row(number, block.place);
    } else if (table_.rows.empty() || !cells.front().empty()) {
      return lost(block, cells);
    }
    fill(rest);
    page_start_ = false;
  }

  void open_group(const RowGroup& group) {
    const bool letter = roman_value(group.label) == 0;
    while (!groups_.empty() && (letter || roman_value(groups_.back().label) > 0)) groups_.pop_back();
    groups_.push_back(group);
    table_.group_paths.push_back(groups_);
  }

  [[nodiscard]] bool has_rows() const { return !table_.rows.empty(); }
  RowTable finish() { return std::move(table_); }
  // Rows that could not be told to be part of the table, as text.
  std::vector<Footnote> lost_rows() { return std::move(lost_); }

 private:
  [[nodiscard]] bool holds_role(ColumnRole role) const {
    return std::find(roles_.begin(), roles_.end(), role) != roles_.end();
  }

  // The row's own, or, in a table without a column for it, the next one where the row begins an entry.
  std::string row_number(const std::vector<std::string>& cells) {
    if (cells.empty()) return {};
    if (numbered_) return number_of(cells.front());
    const std::size_t column = std::min(question_column(), cells.size() - 1);
    return cells[column].empty() ? std::string{} : std::to_string(++count_);
  }

  void begin_row(const std::string& number, const Place& place) {
    Row row;
    row.groups = groups_;
    row.number = number;
    row.place = place;
    table_.rows.push_back(std::move(row));
  }

  void lost(const Block& block, const std::vector<std::string>& cells) {
    std::string text;
    for (const std::string& cell : cells) text += (text.empty() ? "" : " | ") + cell;
    if (squeeze(text).find_first_not_of("| ") == std::string::npos) return;
    lost_.push_back({0, squeeze(strip_footnote_marks(text)), block.place});
    findings_.push_back({block.place.file + ":" + std::to_string(block.place.line.value_or(0)),
                         "Hàng không có số thứ tự, không nối được vào mục nào, giữ thành đoạn riêng: " +
                             text.substr(0, 200)});
  }

  std::string& cell(ColumnRole role) { return table_.rows.back().cells[role]; }

  // At the top of a page the first paragraphs of a new row may be the tails of the row before.
  void give_back_tails(std::vector<CellText>& rest) {
    const std::vector<ColumnRole> roles = roles_for(rest);
    for (std::size_t i = 0; i < rest.size() && i < roles.size(); ++i) {
      CellText& paragraphs = rest[i];
      std::string& before = cell(roles[i]);
      if (paragraphs.size() < 2 || !starts_lower(paragraphs.front()) || !is_open_ended(before)) continue;
      append_text(before, paragraphs.front());
      paragraphs.erase(paragraphs.begin());
    }
  }

  void fill(const std::vector<CellText>& rest) {
    const std::vector<ColumnRole> roles = roles_for(rest);
    for (std::size_t i = 0; i < rest.size() && i < roles.size(); ++i) {
      if (table_.kind == TableKind::Qa &&
          (roles[i] == ColumnRole::Answer || roles[i] == ColumnRole::Agency)) {
        fill_answer_side(rest[i]);
        continue;
      }
      std::string& target = cell(roles[i]);
      // Two columns of one role ("Cơ quan chủ trì", "Cơ quan phối hợp") stay apart.
      const bool second = std::find(roles.begin(), roles.begin() + static_cast<std::ptrdiff_t>(i),
                                    roles[i]) != roles.begin() + static_cast<std::ptrdiff_t>(i);
      if (second && !target.empty() && !rest[i].empty()) {
        (target += '\n') += join(rest[i]);
      } else {
        append_text(target, join(rest[i]));
      }
    }
  }

  // Agency and answer: told apart by content, since pages merge or shift the two columns.
  void fill_answer_side(const CellText& paragraphs) {
    const bool answer_begun = !cell(ColumnRole::Answer).empty() && !names_open();
    for (const std::string& paragraph : paragraphs) {
      const bool agency = (names_only_agencies(paragraph, agencies_) || looks_like_agency_piece(paragraph)) &&
                          !(answer_begun && paragraph != paragraphs.front());
      std::string& target = cell(agency ? ColumnRole::Agency : ColumnRole::Answer);
      if (agency && !target.empty()) {
        target += ' ' + paragraph;
      } else {
        append_text(target, paragraph);
      }
    }
  }

  // The agency's name so far is a piece that another page completes.
  [[nodiscard]] bool names_open() {
    const std::string& so_far = cell(ColumnRole::Agency);
    return !so_far.empty() && !names_only_agencies(so_far, agencies_);
  }

  // Roles of the cells after the number: by the header where it has as many columns, else by order. In tables
  // of answers only what the header tells to be neither agency nor answer is taken from it: pages shift those
  // two.
  [[nodiscard]] std::vector<ColumnRole> roles_for(const std::vector<CellText>& rest) const {
    const std::size_t first = numbered_ ? 1 : 0;
    if (table_.kind == TableKind::Qa) {
      std::vector<ColumnRole> roles(rest.size(), ColumnRole::Answer);
      const std::size_t question = question_column() - std::min(first, question_column());
      if (question < roles.size()) roles[question] = ColumnRole::Question;
      for (std::size_t i = 0; i < rest.size() && roles_.size() == rest.size() + first; ++i) {
        if (const auto role = roles_[i + first]; role && *role != ColumnRole::Agency) roles[i] = *role;
      }
      return roles;
    }
    std::vector<ColumnRole> roles;
    for (std::size_t i = first; i < roles_.size() && roles.size() < rest.size(); ++i) {
      roles.push_back(roles_[i].value_or(roles.empty() ? ColumnRole::Question : roles.back()));
    }
    return roles;
  }

  [[nodiscard]] std::size_t question_column() const {
    for (std::size_t i = 0; i < roles_.size(); ++i) {
      if (roles_[i] == ColumnRole::Question) return i;
    }
    return 1;
  }

  const ColumnWords& words_;
  const Agencies& agencies_;
  std::vector<Finding>& findings_;
  std::vector<std::optional<ColumnRole>> roles_;
  std::vector<RowGroup> groups_;
  std::vector<Footnote> lost_;
  bool page_start_ = false;
  bool numbered_ = true;  // the first column numbers the rows
  int count_ = 0;         // of rows that no column numbers
  RowTable table_;
};

// A line between rows that opens a group: a heading of the source, or in bold.
std::optional<RowGroup> group_line(const Block& block) {
  if (block.heading_level == 0 && !block.all_bold) return std::nullopt;
  return group_of({block.text});
}

// The row goes on with the table whose last row is `last`: it is of the same table, or of one that begins as
// a further page of it does, with its header or the next number.
bool belongs(const Block& row, const Block& last, const ColumnWords& words) {
  if (row.table == last.table || row.table == 0 || is_table_header(row, words)) return true;
  return row.cells.size() == last.cells.size() && !number_of(join(row.cells.front())).empty();
}

// Whether rows of the table go on after the lines from `at`.
bool rows_follow(const std::vector<Block>& blocks, std::size_t at, const Block& last,
                 const ColumnWords& words) {
  constexpr std::size_t kMostLinesBetweenRows = 40;
  for (std::size_t i = at; i < blocks.size() && i < at + kMostLinesBetweenRows; ++i) {
    if (blocks[i].kind == BlockKind::TableRow) return belongs(blocks[i], last, words);
  }
  return false;
}

void add_note_line(const Block& line, std::vector<Footnote>& notes, std::vector<Finding>& findings) {
  const std::string text = squeeze(strip_footnote_marks(line.text));
  if (const int number = leading_footnote(line.text); number > 0) {
    notes.push_back({number, text, line.place});
  } else if (!notes.empty()) {
    append_text(notes.back().text, text);
  } else {
    notes.push_back({0, text, line.place});
    findings.push_back(
        {line.place.file + ":" + std::to_string(line.place.line.value_or(0)),
         "Dòng chữ đứng giữa các hàng của bảng, giữ thành đoạn riêng: " + text.substr(0, 120)});
  }
}

}  // namespace

bool is_table_header(const Block& block, const ColumnWords& words) {
  return block.kind == BlockKind::TableRow && !words.header_roles(texts_of(block)).empty();
}

bool begins_table(const Block& block, const ColumnWords& words) {
  if (block.kind != BlockKind::TableRow) return false;
  std::vector<ColumnRole> named;
  for (const std::optional<ColumnRole>& role : words.header_roles(texts_of(block))) {
    if (role) named.push_back(*role);
  }
  return !named.empty() && is_known_table(named);
}

CellTable read_cell_table(const std::vector<Block>& blocks, std::size_t begin, const ColumnWords& words,
                          const Agencies& agencies, std::vector<Finding>& findings) {
  CellTable result;
  TableReader reader(words, agencies, findings);
  std::size_t at = begin;
  std::size_t last = begin;  // row
  for (; at < blocks.size(); ++at) {
    const Block& block = blocks[at];
    if (is_table_header(block, words)) {
      if (!reader.header(texts_of(block))) break;
      last = at;
    } else if (block.kind == BlockKind::TableRow) {
      if (!belongs(block, blocks[last], words)) break;
      reader.row(block);
      last = at;
    } else if (const std::optional<RowGroup> group = group_line(block);
               group && rows_follow(blocks, at, blocks[last], words)) {
      reader.open_group(*group);
    } else if (rows_follow(blocks, at, blocks[last], words) || leading_footnote(block.text) > 0) {
      add_note_line(block, result.notes, findings);
    } else {
      break;
    }
  }
  result.table = reader.finish();
  for (Footnote& row : reader.lost_rows()) result.notes.push_back(std::move(row));
  result.end = at;
  return result;
}

}  // namespace giaidap
