// Tells concepts apart by what they score, whatever else a query asks for.
#pragma once

#include <cstdint>
#include <vector>

#include "server/query/scoring.h"

namespace giaidap {

struct ConceptKey {
  std::uint64_t key = 0;  // one for concepts whose scores are multiples of each other
  double largest = 0;     // weight of the heaviest wording: no entry scores more
};

// By concept of the scoring.
std::vector<ConceptKey> concept_keys(const Scoring& scoring);

}  // namespace giaidap
