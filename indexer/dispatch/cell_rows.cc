#include "indexer/dispatch/cell_rows.h"

#include <algorithm>
#include <optional>

#include "indexer/dispatch/agency_cells.h"
#include "indexer/dispatch/numbering.h"
#include "indexer/dispatch/row_labels.h"
#include "indexer/dispatch/table_columns.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

// Enough of a text to find it by, cut between words.
std::string beginning_of(const std::string& text) {
  constexpr std::size_t kMost = 160;  // bytes
  if (text.size() <= kMost) return text;
  return text.substr(0, text.rfind(' ', kMost)) + " …";
}

class TableReader {
 public:
  TableReader(const ColumnWords& words, const Agencies& agencies, std::vector<Finding>& findings)
      : words_(words), agencies_(agencies), findings_(findings) {}

  // Takes a heading; false where it is that of another table.
  bool heading(const TableHeading& heading) {
    TableColumns columns(heading, words_);
    if (!begun_) {
      table_.kind = columns.kind();
      numbered_ = columns.number().has_value();
    } else if (columns.kind() != table_.kind) {
      return false;
    }
    begun_ = true;
    columns_ = std::move(columns);
    page_start_ = true;
    return true;
  }

  void row(const Block& block) {
    const std::vector<std::string> cells = texts_of(block);
    if (cells.empty() || numbers_columns(cells)) return;
    if (const std::optional<RowGroup> group = group_of(cells)) return open_group(*group);
    const std::size_t label = std::min(numbered_ ? columns_.number().value_or(0) : 0, cells.size() - 1);
    const std::string number = numbered_ ? number_of(cells[label]) : next_number(cells);
    std::vector<CellText> rest = block.cells;
    if (numbered_) rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(label));
    if (!number.empty()) {
      if (page_start_ && !table_.rows.empty()) give_back_tails(rest);
      begin_row(number, block.place);
    } else if (table_.rows.empty() || !cells[label].empty()) {
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
  // In a table without a column for it, the next one where the row begins an entry.
  std::string next_number(const std::vector<std::string>& cells) {
    const std::size_t column = std::min(columns_.question(), cells.size() - 1);
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
    findings_.push_back(
        {block.place.file + ":" + std::to_string(block.place.line.value_or(0)),
         "Hàng không có số thứ tự, không nối được vào mục nào, giữ thành đoạn riêng: " + beginning_of(text)});
  }

  std::string& cell(ColumnRole role) { return table_.rows.back().cells[role]; }

  // At the top of a page the first paragraphs of a new row may be the tails of the row before.
  void give_back_tails(std::vector<CellText>& rest) {
    const std::vector<ColumnRole> roles = columns_.roles_for(rest.size(), table_.kind);
    for (std::size_t i = 0; i < rest.size() && i < roles.size(); ++i) {
      CellText& paragraphs = rest[i];
      std::string& before = cell(roles[i]);
      if (paragraphs.size() < 2 || !starts_lower(paragraphs.front()) || !is_open_ended(before)) continue;
      append_text(before, paragraphs.front());
      paragraphs.erase(paragraphs.begin());
    }
  }

  void fill(const std::vector<CellText>& rest) {
    const std::vector<ColumnRole> roles = columns_.roles_for(rest.size(), table_.kind);
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

  const ColumnWords& words_;
  const Agencies& agencies_;
  std::vector<Finding>& findings_;
  TableColumns columns_;
  std::vector<RowGroup> groups_;
  std::vector<Footnote> lost_;
  bool page_start_ = false;
  bool begun_ = false;    // a heading was taken
  bool numbered_ = true;  // a column numbers the rows
  int count_ = 0;         // of rows that no column numbers
  RowTable table_;
};

// A line between rows that opens a group: a heading of the source, or in bold.
std::optional<RowGroup> group_line(const Block& block) {
  if (block.heading_level == 0 && !block.all_bold) return std::nullopt;
  return group_of({block.text});
}

// The row goes on with the table whose last row is `last`: it is of the same table, or of one that begins as
// a further page of it does, with its heading or the next number.
bool belongs(const std::vector<Block>& blocks, std::size_t at, const Block& last, const ColumnWords& words) {
  const Block& row = blocks[at];
  if (row.table == last.table || row.table == 0 || heading_at(blocks, at, words)) return true;
  return row.cells.size() == last.cells.size() && !number_of(join(row.cells.front())).empty();
}

// Whether rows of the table go on after the lines from `at`.
bool rows_follow(const std::vector<Block>& blocks, std::size_t at, const Block& last,
                 const ColumnWords& words) {
  constexpr std::size_t kMostLinesBetweenRows = 40;
  for (std::size_t i = at; i < blocks.size() && i < at + kMostLinesBetweenRows; ++i) {
    if (blocks[i].kind == BlockKind::TableRow) return belongs(blocks, i, last, words);
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
    findings.push_back({line.place.file + ":" + std::to_string(line.place.line.value_or(0)),
                        "Dòng chữ đứng giữa các hàng của bảng, giữ thành đoạn riêng: " + beginning_of(text)});
  }
}

}  // namespace

bool begins_table(const std::vector<Block>& blocks, std::size_t at, const ColumnWords& words) {
  const std::optional<TableHeading> heading = heading_at(blocks, at, words);
  return heading && TableColumns(*heading, words).is_known();
}

CellTable read_cell_table(const std::vector<Block>& blocks, std::size_t begin, const ColumnWords& words,
                          const Agencies& agencies, std::vector<Finding>& findings) {
  CellTable result;
  TableReader reader(words, agencies, findings);
  std::size_t at = begin;
  std::size_t last = begin;  // row
  for (; at < blocks.size(); ++at) {
    const Block& block = blocks[at];
    if (const std::optional<TableHeading> heading = heading_at(blocks, at, words)) {
      if (!reader.heading(*heading)) break;
      last = at += heading->rows - 1;
    } else if (block.kind == BlockKind::TableRow) {
      if (!belongs(blocks, at, blocks[last], words)) break;
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
