// Has anybody asked this? How near an obstacle, petition or difficulty of the index is to a pasted text.
#pragma once

#include <string_view>

#include "server/query/passage_score.h"
#include "server/query/search.h"

namespace giaidap {

// How alike two texts are in what they say, 0 to 1, by the weights of the words and pairs that they share,
// other wordings of them among these: the geometric mean of the shares that each holds of the other.
double likeness_of(const Coverage& of_first, const Coverage& of_second);

// What a likeness is worth to a reader; nullopt where it is no more than the same field.
std::optional<Closeness> closeness_of(double likeness);

}  // namespace giaidap
