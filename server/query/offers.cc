#include "server/query/offers.h"

#include <algorithm>
#include <string>

namespace giaidap {
namespace {

bool contains(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

std::vector<std::string> named_agencies(const UnderstoodQuery& query) {
  std::vector<std::string> names;
  const auto add = [&](const std::string& name) {
    if (!contains(names, name)) names.push_back(name);
  };
  for (const AgencyMention& agency : query.agencies) add(agency.name);
  for (const PlaceMention& place : query.places) {
    if (place.sure) add(place.committee);
  }
  return names;
}

}  // namespace

std::vector<FilterOffer> offered_filters(const UnderstoodQuery& query, const SearchRequest& request,
                                         const Facets& facets) {
  std::vector<FilterOffer> offers;
  for (const std::string& name : named_agencies(query)) {
    if (contains(request.agency, name)) continue;
    const auto count = std::find_if(facets.agency.begin(), facets.agency.end(),
                                    [&](const FacetCount& one) { return one.value == name; });
    if (count != facets.agency.end()) offers.push_back({"agency", *count});
  }
  return offers;
}

}  // namespace giaidap
