// The logical rows of a table, whatever its form in the source: pages, repeated headers and wrapping undone.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "indexer/base/entry.h"
#include "indexer/reader/columns.h"

namespace giaidap {

// A heading row inside a table: "III | DỊCH VỤ CÔNG", "A. NHIỆM VỤ THEO LỘ TRÌNH".
struct RowGroup {
  std::string label;  // "III"
  std::string title;
};

struct Row {
  std::vector<RowGroup> groups;             // outermost first
  std::string number;                       // "4"
  std::map<ColumnRole, std::string> cells;  // paragraphs separated by line breaks; footnote marks still in
  Place place;

  // "III.4"
  [[nodiscard]] std::string item() const;
  // The text of a cell without footnote marks; empty if there is none.
  [[nodiscard]] std::string text(ColumnRole role) const;
};

// What a table is, told by its columns.
enum class TableKind { Qa, Petition, Task };

struct RowTable {
  TableKind kind = TableKind::Qa;
  std::vector<std::vector<RowGroup>> group_paths;  // every group met, in order, with those it stands in
  std::vector<Row> rows;
};

TableKind table_kind(const std::vector<ColumnRole>& roles);

// The columns are enough for a table of some kind: what is asked and who answers, what is asked for and by
// whom, what is to be done and by whom or when.
bool is_known_table(const std::vector<ColumnRole>& roles);

// `more` goes on with `text`: in the same sentence where that was cut, else as a paragraph of its own.
void append_text(std::string& text, const std::string& more);

// Gaps and repetitions in the numbering of each group, and groups that announce another count of rows than
// they have ("10 nhiệm vụ").
void check_numbering(const RowTable& table, std::vector<Finding>& findings);

}  // namespace giaidap
