// Pages made by hand: words with their places.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/reader/pdf_page.h"

namespace giaidap {

inline constexpr double kLetter = 6;  // points wide, in these pages
inline constexpr double kSize = 12;

// Words of a text one after the other, a blank of half a letter between them.
inline void put(std::vector<PdfWord>& words, double left, double top, const std::string& text,
                double size = kSize) {
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string word = text.substr(begin, end - begin);
    const double width = kLetter * static_cast<double>(word.size());
    words.push_back({word, {left, top, left + width, top + size}, size, false});
    left += width + kLetter / 2;
    begin = end + 1;
  }
}

}  // namespace giaidap
