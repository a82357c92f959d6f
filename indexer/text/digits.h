// Numbers as they are written: ASCII digits.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace giaidap {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// True for one digit or more and nothing else.
inline bool all_digits(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

// True for the years that documents bear: 1945 to 2099.
inline bool is_document_year(std::string_view word) {
  return word.size() == 4 && all_digits(word) && word >= "1945" && word <= "2099";
}

// "656/QCPH" → "656"; empty where a text begins with no digit.
inline std::string leading_digits(std::string_view text) {
  return std::string(text.substr(0, std::min(text.find_first_not_of("0123456789"), text.size())));
}

}  // namespace giaidap
