// Tables without ruled lines.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "indexer/reader/pdf_lines.h"
#include "indexer/reader/pdf_tables.h"

namespace giaidap {

// The lines from `begin` to before `end` are the table's.
struct OpenTable {
  std::size_t begin = 0, end = 0;
  PdfTable table;
  std::vector<std::string> heading;  // the texts of its lines; empty where a page goes on without it
};

// The first such table among lines of a page: a heading that begins with "TT" or "STT" and has at least three
// columns, below it rows that begin with a number, gutters running down between the columns. A heading of two
// lines where one cell spans others becomes two rows.
std::optional<OpenTable> find_open_table(const std::vector<PdfLine>& lines, std::size_t from);

// The table of the page before, where the lines of a new page go on with it, with or without its heading
// again: they leave its gutters free.
std::optional<OpenTable> continue_open_table(const std::vector<PdfLine>& lines,
                                             const std::vector<double>& columns,
                                             const std::vector<std::string>& heading);

}  // namespace giaidap
