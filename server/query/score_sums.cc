#include "server/query/score_sums.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

#include "server/query/best_wording.h"
#include "server/query/gain_list.h"
#include "server/query/wide_vectors.h"

namespace giaidap {
namespace {

constexpr float kMet = 1e-30F;  // tells a met entry that scores nothing from one not met

constexpr auto kByScore = [](const Candidate& a, const Candidate& b) { return a.score > b.score; };

// visit(entry, score) for scores from a least one on, which it returns for what comes after. Inlined always,
// to be compiled for the vectors that its caller is compiled for.
template <typename Visit>
// NOLINTNEXTLINE(readability-function-cognitive-complexity)
[[gnu::always_inline]] inline void each_from(const std::vector<float>& scores, float from, Visit visit) {
  constexpr std::size_t kBlock = 32;
  std::array<std::uint8_t, kBlock> places{};
  const std::size_t whole_blocks = scores.size() / kBlock * kBlock;
  for (std::size_t begin = 0; begin < whole_blocks; begin += kBlock) {
    unsigned any = 0;
    for (std::size_t i = 0; i < kBlock; ++i) any |= scores[begin + i] >= from ? 1U : 0U;
    if (any == 0) continue;
    std::size_t found = 0;  // told without a branch, as nobody could foresee which ones it takes
    for (std::size_t i = 0; i < kBlock; ++i) {
      places[found] = static_cast<std::uint8_t>(i);
      found += scores[begin + i] >= from ? 1U : 0U;
    }
    for (std::size_t i = 0; i < found; ++i) {
      const std::size_t at = begin + places[i];
      if (scores[at] >= from) from = visit(static_cast<Xapian::docid>(at), scores[at]);
    }
  }
  for (std::size_t i = whole_blocks; i < scores.size(); ++i)
    if (scores[i] >= from) from = visit(static_cast<Xapian::docid>(i), scores[i]);
}

}  // namespace

ScoreSums::ScoreSums(Workspace& workspace, const std::vector<float>& damping)
    : workspace_(workspace), damping_(damping) {
  workspace_.scores.assign(damping.size(), 0);
}

void ScoreSums::add(const ScoreUnit& unit, float sign, const EntrySet* accepted) {
  if (accepted != nullptr) {
    const auto accepts = [accepted](Xapian::docid entry) { return accepted->contains(entry); };
    unit.single() ? add_word(unit.wordings.front().front(), sign, accepts) : add_concept(unit, sign, accepts);
    return;
  }
  if (unit.gains != nullptr)
    return unit.gains->add(sign * static_cast<float>(unit.largest), workspace_.scores);
  const auto all = [](Xapian::docid) { return true; };
  if (!unit.single()) return add_concept(unit, sign, all);
  const ListedTerm& term = unit.wordings.front().front();
  if (term.fixed || term.weight == 0) return add_word(term, sign, all);
  term.list->read().add_shares(sign * static_cast<float>(term.weight), damping_, workspace_.scores);
}

template <typename Accepts>
void ScoreSums::add_word(const ListedTerm& term, float sign, Accepts accepts) {
  float* const scores = workspace_.scores.data();
  term.each_gain(damping_, [&](Xapian::docid entry, float gain) {
    if (accepts(entry)) scores[entry] += sign * (gain + kMet);
  });
}

// Of few postings the lists are walked through once more to take over and clear what they brought; what is
// cleared adds nothing.
template <typename Accepts>
void ScoreSums::add_concept(const ScoreUnit& unit, float sign, Accepts accepts) {
  if (unit.gains != nullptr) return add_list(unit, sign, accepts);
  workspace_.make_room_for_wordings(workspace_.scores.size());
  find_best_wording(unit, damping_, workspace_.wording, workspace_.best);
  float* const best = workspace_.best.data();
  float* const scores = workspace_.scores.data();
  if (is_common(unit.postings, workspace_.scores.size())) {
    for (std::size_t i = 0; i < workspace_.scores.size(); ++i) {
      if (accepts(static_cast<Xapian::docid>(i))) scores[i] += sign * best[i];
    }
    std::fill(workspace_.best.begin(), workspace_.best.end(), 0.0F);
    return;
  }
  for (const auto& wording : unit.wordings) {
    for (const ListedTerm& term : wording) {
      term.list->read().each([&](Xapian::docid entry, std::uint32_t) {
        if (accepts(entry)) scores[entry] += sign * best[entry];
        best[entry] = 0;
      });
    }
  }
}

template <typename Accepts>
void ScoreSums::add_list(const ScoreUnit& unit, float sign, Accepts accepts) {
  const float step = sign * static_cast<float>(unit.largest / GainList::kSteps);
  float* const scores = workspace_.scores.data();
  unit.gains->each([&](Xapian::docid entry, std::uint32_t steps) {
    if (accepts(entry)) scores[entry] += step * static_cast<float>(steps);
  });
}

GIAIDAP_WIDE_VECTORS std::vector<Candidate> ScoreSums::candidates(double least) const {
  std::vector<Candidate> found;
  const float from = std::max(static_cast<float>(least), kMet);
  each_from(workspace_.scores, from, [&](Xapian::docid entry, float score) {
    found.push_back({entry, score});
    return from;
  });
  return found;
}

GIAIDAP_WIDE_VECTORS std::vector<Candidate> ScoreSums::highest(std::size_t most) const {
  std::vector<Candidate> heap;
  heap.reserve(most + 1);
  each_from(workspace_.scores, kMet, [&](Xapian::docid entry, float score) {
    heap.push_back({entry, score});
    std::push_heap(heap.begin(), heap.end(), kByScore);
    if (heap.size() > most) {
      std::pop_heap(heap.begin(), heap.end(), kByScore);
      heap.pop_back();
    }
    if (heap.size() < most) return kMet;
    return std::nextafter(heap.front().score, std::numeric_limits<float>::max());  // equal ones raise nothing
  });
  return heap;
}

}  // namespace giaidap
