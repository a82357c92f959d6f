// Names that HTTP takes for the same in capitals and without: of headers, of media types.
#pragma once

#include <algorithm>
#include <string_view>

namespace giaidap {

// For texts of letters, digits, "-" and "/" (ASCII); of other characters some are taken for each other.
inline bool same_letters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return (x | 0x20) == (y | 0x20); });
}

}  // namespace giaidap
