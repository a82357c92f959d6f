// Dates as dispatches write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace giaidap {

// The first date in the text as ISO ("2023-08-25"): "ngày 25 tháng 8 năm 2023", "25/8/2023", "25-08-2023",
// "25.8.2023", also with spaces or blanks around the numbers. nullopt where there is none or it is no real
// date (31/2) or it is left blank ("ngày   tháng   năm 2024").
std::optional<std::string> find_date(std::string_view text);

// All dates in the text, in order; blank and impossible ones are left out.
std::vector<std::string> find_dates(std::string_view text);

}  // namespace giaidap
