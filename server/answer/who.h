// Whose words an answer card quotes.
#pragma once

#include <string>
#include <vector>

#include "indexer/text/agencies.h"
#include "server/query/search.h"

namespace giaidap {

// The agencies of the entry. Of prose that charges nobody and of which nobody reports: who issued the
// document asked for by its number, where the entry cites it; else who issued the dispatch.
std::vector<std::string> who_says(const SearchHit& hit, const Interpretation& asked,
                                  const Agencies& agencies);

}  // namespace giaidap
