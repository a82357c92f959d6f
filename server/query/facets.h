// Filters and disjunctive facet counts over matched entries.
#pragma once

#include <vector>

#include "server/query/columns.h"
#include "server/query/search.h"

namespace giaidap {

struct Scored {
  Xapian::docid entry = 0;
  double score = 0;
};

struct Filtered {
  std::vector<Scored> kept;  // in the order given
  Facets facets;             // counts of a facet ignore that facet's own filter
};

Filtered filter_and_count(const std::vector<Scored>& matched, const SearchRequest& request,
                          const Columns& columns);

}  // namespace giaidap
