#include "server/query/asked_before.h"

#include <cmath>

namespace giaidap {
namespace {

// Pairs tell more of the sense, and are the first to go when something is said in other words.
constexpr double kWordShare = 0.6;
constexpr double kPairShare = 0.4;

// By the judged queries: the entry that answers a question put in everyday words is 0.27 to 0.5 alike,
// whatever lies near a question that nothing answers 0.25 at most.
constexpr double kLeastSame = 0.65;
constexpr double kLeastNear = 0.38;
constexpr double kLeastRelated = 0.27;

double share_of(const Coverage& coverage) {
  return kWordShare * coverage.words + kPairShare * coverage.pairs;
}

}  // namespace

double likeness_of(const Coverage& of_first, const Coverage& of_second) {
  return std::sqrt(share_of(of_first) * share_of(of_second));
}

std::optional<Closeness> closeness_of(double likeness) {
  if (likeness >= kLeastSame) return Closeness::Same;
  if (likeness >= kLeastNear) return Closeness::Near;
  if (likeness >= kLeastRelated) return Closeness::Related;
  return std::nullopt;
}

}  // namespace giaidap
