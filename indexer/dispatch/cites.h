// Document numbers that an entry cites, as written, each document once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace giaidap {

std::vector<std::string> cited_numbers(std::string_view text);

}  // namespace giaidap
