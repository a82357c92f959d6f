#include "server/query/finding.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace giaidap {
namespace {

// Chosen by measurement on judged queries.
constexpr double kLeastShare = 0.15;    // of the query's weight that a hit must reach
constexpr double kMostTermScore = 2.2;  // BM25's k1 + 1: the most a term can score per information

}  // namespace

double least_score(const Plan& plan) {
  const auto words = std::count_if(plan.concepts.begin(), plan.concepts.end(),
                                   [](const Concept& wanted) { return !wanted.pair; });
  return words > 1 ? kLeastShare * (plan.word_weight + plan.unknown_weight) : 0;
}

bool only_excludes(const Plan& plan) {
  return plan.concepts.empty() && plan.boosts.empty() && plan.required.empty() && plan.unknown_weight == 0 &&
         !plan.excluded.empty();
}

std::vector<bool> finding_concepts(const Plan& plan) {
  std::vector<std::size_t> by_weight(plan.concepts.size());
  std::iota(by_weight.begin(), by_weight.end(), 0);
  std::stable_sort(by_weight.begin(), by_weight.end(), [&](std::size_t a, std::size_t b) {
    return plan.concepts[a].weight < plan.concepts[b].weight;
  });
  std::vector<bool> finding(plan.concepts.size());
  const double least = least_score(plan);
  double reach = 0;
  for (const std::size_t i : by_weight) {
    reach += plan.concepts[i].weight * kMostTermScore * (kBodyFactor + kContextFactor);
    finding[i] = reach >= least;
  }
  return finding;
}

}  // namespace giaidap
