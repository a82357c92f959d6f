// A text in its parts.
#pragma once

#include <string_view>
#include <vector>

namespace giaidap {

// The parts between separators, empty ones too; views into `text`. A text without the separator is one part.
std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace giaidap
