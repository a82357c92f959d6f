// How a query was understood, as people are told it.
#pragma once

#include <vector>

#include "indexer/base/entry.h"
#include "server/query/search.h"
#include "server/query/understand.h"

namespace giaidap {

// `dispatches`: all of the index.
Interpretation interpret(const UnderstoodQuery& query, std::vector<Expansion> expansions,
                         const std::vector<Dispatch>& dispatches);

}  // namespace giaidap
