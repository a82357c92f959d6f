// Who signed: the question is answered by the names under the dispatches that it means.
#pragma once

#include <vector>

#include "indexer/base/entry.h"
#include "server/query/plan.h"
#include "server/query/statistics.h"
#include "server/query/understand.h"

namespace giaidap {

// The dispatches meant, at most three: those of the numbers, provinces, agencies, days and months that the
// query names; of these rather those of a kind ("báo cáo") that it names, and those that most of its words
// are about. Where it names none of these, two fifths of its words must be about one. None where a question
// does not ask who signed.
std::vector<const Dispatch*> dispatches_meant(const UnderstoodQuery& query,
                                              const std::vector<Dispatch>& dispatches);

// Where the query asks who signed, the signers' names are searched for as well.
void add_signers(Plan& plan, const UnderstoodQuery& query, const TermStatistics& statistics,
                 const std::vector<Dispatch>& dispatches);

}  // namespace giaidap
