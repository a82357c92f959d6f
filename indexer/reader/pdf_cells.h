// Words in a cell of a table → its paragraphs.
#pragma once

#include <vector>

#include "indexer/reader/block.h"
#include "indexer/reader/pdf_page.h"

namespace giaidap {

// `left` and `right` are the cell's edges: a paragraph ends where its line is closed and leaves much of the
// width between them free, or where a list item begins.
CellText cell_paragraphs(std::vector<PdfWord> words, double left, double right);

}  // namespace giaidap
