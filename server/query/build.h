// Plan → Xapian query.
#pragma once

#include <xapian.h>

#include "server/query/plan.h"

namespace giaidap {

// Empty query: nothing can be found. `cutoff` in matching: entries below are no hits.
Xapian::Query build_query(const Plan& plan);

// Least score of a hit, so that an entry that shares one common syllable with a long query is none.
double least_score(const Plan& plan);

}  // namespace giaidap
