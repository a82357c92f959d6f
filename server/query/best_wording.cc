#include "server/query/best_wording.h"

#include <algorithm>

#include "server/query/wide_vectors.h"

namespace giaidap {
namespace {

using Wording = std::vector<ListedTerm>;

std::uint64_t postings_of(const Wording& wording) {
  std::uint64_t postings = 0;
  for (const ListedTerm& term : wording) postings += term.list->size();
  return postings;
}

void add_gains(const ListedTerm& term, const std::vector<float>& damping, std::vector<float>& sums) {
  if (!term.fixed) return term.list->read().add_shares(static_cast<float>(term.weight), damping, sums);
  term.each_gain(damping, [&](Xapian::docid entry, float gain) { sums[entry] += gain; });
}

// The lists are walked through again; what was taken over is 0 then, and adds nothing when it is met once
// more.
void take_over_held(const Wording& wording, std::vector<float>& sums, std::vector<float>& best) {
  for (const ListedTerm& term : wording) {
    term.list->read().each([&](Xapian::docid entry, std::uint32_t) {
      best[entry] = std::max(best[entry], sums[entry]);
      sums[entry] = 0;
    });
  }
}

}  // namespace

GIAIDAP_WIDE_VECTORS void take_over_all(std::vector<float>& sums, std::vector<float>& best) {
  for (std::size_t i = 0; i < best.size(); ++i) best[i] = std::max(best[i], sums[i]);
  std::fill(sums.begin(), sums.end(), 0.0F);
}

// Reads the lists first: reading may fail, and must not leave a half of them in `wording`.
void find_best_wording(const ScoreUnit& unit, const std::vector<float>& damping, std::vector<float>& wording,
                       std::vector<float>& best) {
  for (const Wording& terms : unit.wordings) {
    for (const ListedTerm& term : terms) term.list->read();
  }
  for (const Wording& terms : unit.wordings) {
    for (const ListedTerm& term : terms) add_gains(term, damping, wording);
    if (is_common(postings_of(terms), best.size()))
      take_over_all(wording, best);
    else
      take_over_held(terms, wording, best);
  }
}

}  // namespace giaidap
