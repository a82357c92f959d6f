// A text as HTML in which the documents that it cites are links.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace giaidap {

// Escaped; each number of `cites`, in any spelling, leads to the page of its document.
std::string linked_text(std::string_view text, const std::vector<std::string>& cites);

}  // namespace giaidap
