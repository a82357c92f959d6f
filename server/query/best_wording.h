// What a concept of several wordings scores in every entry: the best of its wordings counts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "server/query/score_units.h"

namespace giaidap {

// Lists of more postings than one for so many entries are added up faster by walking through all entries,
// without a branch an entry, than posting by posting.
inline constexpr std::size_t kCommonOf = 4;
inline bool is_common(std::uint64_t postings, std::size_t entries) { return postings * kCommonOf > entries; }

// Each best becomes the sum where that is higher; the sums 0.
void take_over_all(std::vector<float>& sums, std::vector<float>& best);

// To `best`, which is 0 everywhere, by document id; `wording` is as long and all 0, before and after. Reads
// the lists of the unit: throws Xapian's exceptions.
void find_best_wording(const ScoreUnit& unit, const std::vector<float>& damping, std::vector<float>& wording,
                       std::vector<float>& best);

}  // namespace giaidap
