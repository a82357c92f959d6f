// The pages of a list as links.
#pragma once

#include <cstdint>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>

namespace giaidap {

// The pages of a list whose places are all reached at once, as those of a dispatch are; at least 1.
int pages_of(std::uint64_t total, int per_page);
// Of as many results of a search as may be reached (kMaxResultDepth); at least 1.
int last_page(std::uint64_t total, int per_page);

// {previous, next, pages: [{number, url, chosen, gap}]}: the first, the last and those around the current
// one; null where one page holds all.
nlohmann::json paging_links(int current, int last, const std::function<std::string(int)>& url_of);

}  // namespace giaidap
