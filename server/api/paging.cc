#include "server/api/paging.h"

#include <algorithm>
#include <climits>
#include <cstdlib>

#include "server/query/search.h"

namespace giaidap {
namespace {

using nlohmann::json;

constexpr int kPagesAround = 2;

bool is_listed(int page, int current, int last) {
  return page == 1 || page == last || std::abs(page - current) <= kPagesAround;
}

}  // namespace

int pages_of(std::uint64_t total, int per_page) {
  const auto each = static_cast<std::uint64_t>(per_page);
  return static_cast<int>(std::clamp<std::uint64_t>((total + each - 1) / each, 1, INT_MAX));
}

int last_page(std::uint64_t total, int per_page) {
  const auto reachable = std::min<std::uint64_t>(total, static_cast<std::uint64_t>(kMaxResultDepth));
  const int results = static_cast<int>(reachable);
  return std::clamp((results + per_page - 1) / per_page, 1, kMaxResultDepth / per_page);
}

json paging_links(int current, int last, const std::function<std::string(int)>& url_of) {
  if (last <= 1) return nullptr;
  json pages = json::array();
  int previous = 0;
  for (int page = 1; page <= last; ++page) {
    if (!is_listed(page, current, last)) continue;
    pages.push_back({{"number", std::to_string(page)},
                     {"url", url_of(page)},
                     {"chosen", page == current},
                     {"gap", page != previous + 1}});
    previous = page;
  }
  json paging = {{"pages", pages}, {"previous", nullptr}, {"next", nullptr}};
  if (current > 1) paging["previous"] = url_of(std::min(current - 1, last));
  if (current < last) paging["next"] = url_of(current + 1);
  return paging;
}

}  // namespace giaidap
