// Tables whose rows come as cells (tabs in text, rows of Markdown, HTML, Word) → logical rows.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/base/entry.h"
#include "indexer/dispatch/paragraphs.h"
#include "indexer/dispatch/rows.h"
#include "indexer/reader/block.h"
#include "indexer/reader/columns.h"
#include "indexer/text/agencies.h"

namespace giaidap {

// One table found among blocks, with what stood between its rows.
struct CellTable {
  RowTable table;
  std::vector<Footnote> notes;
  std::size_t end = 0;  // the first block after the table
};

// Reads the table that begins with the heading at `begin` (begins_table must hold there). Pages of one
// table are put together: headings may repeat with columns merged or shifted, rows may go on in the next
// page, agency cells may be split or fused with their neighbours; cells are told by content where the heading
// does not fit.
CellTable read_cell_table(const std::vector<Block>& blocks, std::size_t begin, const ColumnWords& words,
                          const Agencies& agencies, std::vector<Finding>& findings);

// The row at `at` heads a table of questions and answers, petitions or tasks; "STT, Nội dung, Mức thu" does
// not.
bool begins_table(const std::vector<Block>& blocks, std::size_t at, const ColumnWords& words);

}  // namespace giaidap
