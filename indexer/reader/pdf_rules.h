// Ruled lines of a page, found in its picture: PDF tells of none in its text, and tables are what they frame.
#pragma once

#include <vector>

#include "indexer/reader/pdf_page.h"

namespace giaidap {

// A picture in shades of gray, a pixel a point.
struct GrayPicture {
  const unsigned char* pixels = nullptr;  // 0 black, 255 white
  int width = 0, height = 0, bytes_per_row = 0;
};

std::vector<PdfRule> find_rules(const GrayPicture& picture);

}  // namespace giaidap
