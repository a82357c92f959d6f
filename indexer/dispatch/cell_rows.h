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

// Reads the table that begins with the header row at `begin` (is_table_header must hold there). Pages of one
// table are put together: header rows may repeat with columns merged or shifted, rows may go on in the next
// page, agency cells may be split or fused with their neighbours; cells are told by content where the header
// does not fit.
CellTable read_cell_table(const std::vector<Block>& blocks, std::size_t begin, const ColumnWords& words,
                          const Agencies& agencies, std::vector<Finding>& findings);

// The row names columns, as the first one or on a further page.
bool is_table_header(const Block& block, const ColumnWords& words);

// The row names the columns of a table of questions and answers, petitions or tasks; "STT, Nội dung, Mức thu"
// does not.
bool begins_table(const Block& block, const ColumnWords& words);

}  // namespace giaidap
