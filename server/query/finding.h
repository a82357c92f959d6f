// Which parts of a plan make a hit, and what they count; both matching and its bounds follow it.
#pragma once

#include <vector>

#include "server/query/plan.h"

namespace giaidap {

// Share of a term's score by the field it stands in; chosen by measurement on judged queries.
inline constexpr double kBodyFactor = 1.0;
inline constexpr double kContextFactor = 0.25;  // headings, titles, topic, agencies

// By concept: can make a hit. Those that together cannot only add to the score.
std::vector<bool> finding_concepts(const Plan& plan);

// The plan names only what must not be there: all other entries are hits.
bool only_excludes(const Plan& plan);

// Least score of a hit, so that an entry that shares one common syllable with a long query is none.
double least_score(const Plan& plan);

}  // namespace giaidap
