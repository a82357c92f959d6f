#include "server/api/wider.h"

#include <algorithm>
#include <tuple>

#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr int kNearest = 3;

SearchRequest unfiltered(const SearchRequest& request) {
  SearchRequest bare;
  bare.q = request.q;
  bare.exact = request.exact;
  return bare;
}

SearchRequest plain(SearchRequest request) {
  request.q = plain_query(request.q);
  request.exact = false;
  request.page = 1;
  return request;
}

bool asks_the_same(const SearchRequest& a, const SearchRequest& b) {
  const auto key = [](const SearchRequest& request) {
    return std::tie(request.q, request.exact, request.agency, request.topic, request.dispatch, request.kind,
                    request.status, request.year, request.from, request.to);
  };
  return key(a) == key(b);
}

}  // namespace

std::string plain_query(std::string_view query) {
  std::string kept;
  for (std::size_t at = 0; at < query.size();) {
    const bool starts_word = at == 0 || query[at - 1] == ' ';
    const bool excludes = starts_word && query[at] == '-' && at + 1 < query.size() && query[at + 1] != ' ';
    if (!excludes) {
      kept += query[at] == '"' ? ' ' : query[at];
      ++at;
      continue;
    }
    const char end = query[at + 1] == '"' ? '"' : ' ';
    at = std::min(query.find(end, at + 2), query.size() - 1) + 1;
    kept += ' ';
  }
  return squeeze(kept);
}

Result<Wider> find_wider(Searcher& searcher, const SearchRequest& request) {
  Wider wider;
  std::vector<SearchRequest> tried{request};
  for (WiderSearch way :
       {WiderSearch{"nothing.unfiltered", unfiltered(request)}, WiderSearch{"nothing.plain", plain(request)},
        WiderSearch{"nothing.everything", plain(unfiltered(request))}}) {
    const bool known = std::any_of(tried.begin(), tried.end(),
                                   [&](const SearchRequest& one) { return asks_the_same(one, way.request); });
    if (known || way.request.q.empty()) continue;
    tried.push_back(way.request);
    Result<SearchResponse> found = searcher.search(way.request);
    if (!found) return found.error();
    SearchResponse& response = found.value();
    if (response.total == 0) continue;
    if (wider.searches.empty()) {
      response.hits.resize(std::min<std::size_t>(response.hits.size(), kNearest));
      wider.nearest = std::move(response.hits);
      if (!response.facets.agency.empty()) wider.agency = response.facets.agency.front().value;
    }
    way.total = response.total;
    wider.searches.push_back(std::move(way));
  }
  return wider;
}

}  // namespace giaidap
