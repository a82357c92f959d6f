// The columns of a table, told by its heading: which one numbers the rows, what the others hold.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "indexer/dispatch/rows.h"
#include "indexer/reader/block.h"
#include "indexer/reader/columns.h"

namespace giaidap {

// The heading of a table: a row, or two where cells of the first span those of the second ("Trả lời" above
// "Cơ quan" and "Nội dung").
struct TableHeading {
  std::vector<std::string> cells;  // the heading of each column
  std::size_t rows = 1;
};

// The heading that begins with the row at `at`; nullopt where none does.
std::optional<TableHeading> heading_at(const std::vector<Block>& blocks, std::size_t at,
                                       const ColumnWords& words);

// "(1) | (2) | (3)": a row that numbers the columns.
bool numbers_columns(const std::vector<std::string>& cells);

class TableColumns {
 public:
  TableColumns() = default;
  TableColumns(const TableHeading& heading, const ColumnWords& words);

  [[nodiscard]] TableKind kind() const;
  // A table of questions and answers, petitions or tasks; "STT, Nội dung, Mức thu" is none.
  [[nodiscard]] bool is_known() const;
  // Where the row numbers stand; nullopt in a table without them.
  [[nodiscard]] std::optional<std::size_t> number() const;
  // Where questions stand among all columns.
  [[nodiscard]] std::size_t question() const;

  // Roles of a row's cells, `count` of them, that of the number left out: by the heading where it has as many
  // columns, else by order. In tables of answers only what the heading tells to be neither agency nor answer
  // is taken from it, all else is Answer: pages shift those two.
  [[nodiscard]] std::vector<ColumnRole> roles_for(std::size_t count, TableKind kind) const;

 private:
  [[nodiscard]] bool has(ColumnRole role) const;
  [[nodiscard]] std::vector<ColumnRole> named() const;
  [[nodiscard]] std::vector<std::optional<ColumnRole>> without_number() const;

  std::vector<std::optional<ColumnRole>> roles_;  // nullopt where the heading says nothing
};

}  // namespace giaidap
