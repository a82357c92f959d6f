#include "server/query/concept_keys.h"

#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace giaidap {
namespace {

constexpr double kExactly = 1e6;  // weights are told apart by so many parts of the largest

// In the wording of this number within its concept.
std::uint64_t hash_of(const ScoredTerm& term, std::size_t wording, double share) {
  const std::string all = term.text + (term.fixed ? "\t!" : "\t") + std::to_string(wording) + "\t" +
                          std::to_string(std::llround(kExactly * share));
  return XXH3_64bits(all.data(), all.size());
}

double share_of(double weight, double largest) { return largest > 0 ? weight / largest : 0; }

}  // namespace

// Hashes are summed up: terms come in an order that depends on the rest of the query.
std::vector<ConceptKey> concept_keys(const Scoring& scoring) {
  std::vector<ConceptKey> keys(scoring.concepts);
  std::vector<double> weights(scoring.concept_of.size());
  for (const ScoredTerm& term : scoring.terms) {
    for (const TermUse& use : term.uses) weights[use.alternative] += use.weight;
  }
  std::vector<std::size_t> first(scoring.concepts, scoring.concept_of.size());
  for (std::size_t wording = 0; wording < weights.size(); ++wording) {
    const std::uint32_t wanted = scoring.concept_of[wording];
    keys[wanted].largest = std::max(keys[wanted].largest, weights[wording]);
    first[wanted] = std::min(first[wanted], wording);
  }
  for (const ScoredTerm& term : scoring.terms) {
    for (const TermUse& use : term.uses) {
      const std::uint32_t wanted = scoring.concept_of[use.alternative];
      keys[wanted].key +=
          hash_of(term, use.alternative - first[wanted], share_of(use.weight, keys[wanted].largest));
    }
  }
  return keys;
}

}  // namespace giaidap
