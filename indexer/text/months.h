// Months that a text names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace giaidap {

// As ISO months ("2024-10"), in order, each once: "tháng 10/2024", "tháng 10 năm 2024", "T10/2024",
// "10/2024", "October 2024", and those of whole dates ("28/10/2024").
std::vector<std::string> find_months(std::string_view text);

// "2023-12" → "2024-01".
std::string month_after(const std::string& month);

}  // namespace giaidap
