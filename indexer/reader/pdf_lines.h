// Words of a page → lines in reading order.
#pragma once

#include <vector>

#include "indexer/reader/pdf_page.h"

namespace giaidap {

// Words that stand on one line, from top to bottom, columns side by side still in one line.
std::vector<PdfLine> lines_of(std::vector<PdfWord> words);

// A stretch of lines of one column.
struct PdfColumn {
  std::vector<PdfLine> lines;
  bool beside = false;  // another column stands beside it
};

// Lines in reading order: where a gutter runs down between words side by side (letterheads, recipients beside
// a signature) the left column comes before the right one.
std::vector<PdfColumn> columns_of(std::vector<PdfLine> lines, double middle);

}  // namespace giaidap
