// PDF files with a text layer → blocks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/result.h"
#include "indexer/reader/block.h"
#include "indexer/reader/legacy_text.h"
#include "indexer/reader/pdf_page.h"

namespace giaidap {

struct PdfText {
  std::vector<Block> blocks;
  std::vector<int> pages_without_text;  // scans among pages with text
  LegacyText legacy;                    // how its text was written
};

// Lines with the signs that tell where paragraphs begin, and rows of ruled tables; places have page and line.
// Errors also for a PDF whose pages are all pictures. Call it through run_contained().
Result<PdfText> read_pdf(std::string_view bytes, const std::string& file);

// The same of pages that were read already.
Result<PdfText> read_pdf(std::vector<PdfPage> pages, const std::string& file);

}  // namespace giaidap
