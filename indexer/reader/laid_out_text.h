// Text that sets columns side by side with blanks, as programs write it that take text out of PDF
// ("pdftotext -layout"): read as a page is, by the places of its words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/reader/block.h"

namespace giaidap {

// Several lines have wide gaps between words, neither tabs nor Markdown's "|" part cells, and no line is as
// long as a whole paragraph.
bool is_laid_out(std::string_view text);

// `text` is UTF-8 in normal form, form feeds between pages; `file` the base name. Letterheads and signatures
// come column by column, tables as rows; page numbers and running heads are left out. Places are the text's
// lines.
std::vector<Block> read_laid_out(std::string_view text, const std::string& file);

}  // namespace giaidap
