// The pages of a list as links.
#pragma once

#include <cstdint>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>

namespace giaidap {

// Of as many entries as may be reached (kMaxResultDepth); at least 1.
int last_page(std::uint64_t total, int per_page);

// {previous, next, pages: [{number, url, chosen, gap}]}: the first, the last and those around the current
// one; null where one page holds all.
nlohmann::json paging_links(int current, int last, const std::function<std::string(int)>& url_of);

}  // namespace giaidap
