// Segments → plan: features with the index's statistics, the informative ones chosen, wordings of one concept
// brought to one weight.
#pragma once

#include "server/query/expand.h"
#include "server/query/plan.h"
#include "server/query/statistics.h"
#include "server/query/understand.h"

namespace giaidap {

Plan make_plan(const UnderstoodQuery& query, const ExpandedQuery& expanded, const TermStatistics& statistics);

}  // namespace giaidap
