// The words of a table without ruled lines: what heads its columns, what labels its rows.
#pragma once

#include <string>
#include <vector>

#include "indexer/reader/gutters.h"
#include "indexer/reader/pdf_page.h"

namespace giaidap {

inline constexpr double kGutter = 0.36;  // of the font's size: so much stays free between two columns

// Words that stand together in one cell of a heading.
struct HeadingCell {
  Span span;
  std::vector<PdfWord> words;

  [[nodiscard]] std::string text() const;
};

// The cells of a line of a heading: what wide gaps part, and what stands behind "TT".
std::vector<HeadingCell> heading_cells(const PdfLine& line);

// "TT", "Số TT", "STT".
bool names_number_column(const std::string& text);

// "12", "1.2.", "IV", "B.", "(3)".
bool is_row_label(const std::string& text);

}  // namespace giaidap
