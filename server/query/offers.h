// Filters for the agencies that a query names.
#pragma once

#include <vector>

#include "server/query/search.h"
#include "server/query/understand.h"

namespace giaidap {

// Agencies of the query, and people's committees of its provinces, that have results now and are not chosen
// already; in the order of the query, each once.
std::vector<FilterOffer> offered_filters(const UnderstoodQuery& query, const SearchRequest& request,
                                         const Facets& facets);

}  // namespace giaidap
