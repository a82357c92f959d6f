// PDF files through poppler → pages of words and rules.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/result.h"
#include "indexer/reader/pdf_page.h"

namespace giaidap {

inline constexpr int kMostPdfPages = 2000;

// All pages. Errors: broken, locked with a password, more pages than kMostPdfPages. The bytes need live only
// for the call. Broken files may take long or crash poppler: call it through run_contained().
Result<std::vector<PdfPage>> read_pdf_pages(std::string_view bytes);

}  // namespace giaidap
