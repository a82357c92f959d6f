// The name column of a wrapped table: which of the lines of a row are names of agencies.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/text/agencies.h"

namespace giaidap {

// The text is a complete list of agencies or places ("UBND các tỉnh: Khánh Hòa, Lai Châu", "- Bộ Y tế;"), and
// nothing else; a single name cut in two is not.
bool is_name_list(const std::string& text, const Agencies& agencies);

// The list says itself that it goes on: it ends with a comma, semicolon or colon.
bool is_open_list(const std::string& text);

// How many of the leading lines form the longest complete list; 0 if none does.
std::size_t name_lines(const std::vector<std::string>& lines, const Agencies& agencies);

// Bytes of the longest complete list at the start of a line that also holds text; 0 if there is none.
std::size_t name_prefix(const std::string& line, const Agencies& agencies);

}  // namespace giaidap
