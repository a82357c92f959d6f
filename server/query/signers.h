// Who signed: the question is answered by the names under the dispatches that it means.
#pragma once

#include <vector>

#include "indexer/base/entry.h"
#include "server/query/plan.h"
#include "server/query/statistics.h"
#include "server/query/understand.h"

namespace giaidap {

// The dispatches meant: by number, else by the province or agency that issued them, of these those of a month
// and of a kind ("báo cáo") where the query names one.
std::vector<const Dispatch*> dispatches_meant(const UnderstoodQuery& query,
                                              const std::vector<Dispatch>& dispatches);

// Where the query asks who signed, the signers' names are searched for as well.
void add_signers(Plan& plan, const UnderstoodQuery& query, const TermStatistics& statistics,
                 const std::vector<Dispatch>& dispatches);

}  // namespace giaidap
