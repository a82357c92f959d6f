// What a match shows of whether its first hit answers the query, and the confidence drawn from it. The
// weights are fitted to judged queries by tests/calibration; never by looking for particular words.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "server/query/search.h"

namespace giaidap {

inline constexpr std::array<std::string_view, 12> kEvidenceNames = {
    "sentence_words",  // share of the query's words, by weight, in the best sentence of the first hit
    "entry_words",     // in all of it, with heading, title and agencies
    "entry_pairs",     // share of the pairs of neighbouring words
    "missing_word",    // the weightiest thing asked for that it does not hold, as a share of all
    "score",           // logarithm of its score, in rarest words of the index
    "lead",            // the part of its score that the next hit lacks, at most a half
    "other_place",     // 1: the query names a province that neither the hit nor its dispatch bears
    "other_date",      // 1: a day that it does not bear
    "other_number",    // 1: a number that stands alone, which it does not hold
    "no_figure",       // 1: a figure is asked for, and its best sentence has none
    "no_money",        // 1: a sum is asked for, and it names none
    "procedure",       // 1: papers or a place to file are asked for; dispatches say little of these
};
using Evidence = std::array<double, kEvidenceNames.size()>;

// Of a response with a plan and at least one hit.
Evidence evidence_of(const SearchResponse& response);

// Log odds that the first hit answers.
double confidence_of(const Evidence& evidence);

}  // namespace giaidap
