// Whose matter a question seems to be that nothing answers.
#pragma once

#include <string>
#include <vector>

#include "server/query/search.h"

namespace giaidap {

// The agencies named in the question; else those of the best hits, weighed by their scores, that a third of
// the weight or more agrees on, at most two, the likeliest first. Empty where the hits have too little of the
// question to tell, or too many agencies.
std::vector<std::string> nearest_agencies(const SearchResponse& response);

}  // namespace giaidap
