// Tables of a page: what its ruled lines frame.
#pragma once

#include <vector>

#include "indexer/reader/pdf_page.h"
#include "indexer/reader/table_grid.h"

namespace giaidap {

struct PdfTable {
  PdfBox box;
  std::vector<double> columns;  // where each begins, and where the last ends
  std::vector<std::vector<GridCell>> rows;
};

// Takes the words that stand in tables out of the page. Tables come from top to bottom.
std::vector<PdfTable> take_tables(PdfPage& page);

}  // namespace giaidap
