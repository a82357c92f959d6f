// What a match shows of whether its first hit answers the query, and the confidence drawn from it. The
// weights are fitted to judged queries by tests/calibration; never by looking for particular words.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "server/query/search.h"

namespace giaidap {

inline constexpr std::array<std::string_view, 16> kEvidenceNames = {
    "entry_words",    // share of the query's words, by weight, in the first hit, its heading, title and
                      // agencies
    "entry_pairs",    // share of the pairs of neighbouring words
    "unknown_pairs",  // share, among all pairs, of those that no entry has
    "missing_word",   // the weightiest thing asked for that it does not hold, as a share of all
    "score",        // logarithm of its score, in rarest words of the index, without the second stage's factor
    "lead",         // the part of its score that the next hit lacks, at most a half
    "other_place",  // 1: the query names provinces, none of which the hit or its dispatch bears
    "other_time",   // 1: a figure of a day or month that it does not bear is asked for
    "other_number",    // 1: a number that stands alone, which it does not hold
    "other_document",  // 1: a document that it neither cites nor stands in
    "no_money",        // 1: a sum is asked for, and its best sentence names none
    "no_signer",       // 1: who signed is asked for, and no signature is there
    "person",          // 1: who somebody is, or how to reach them, is asked for
    "procedure",       // 1: papers or a place to file are asked for; dispatches say little of these
    "no_figure",       // 1: a figure is asked for, and its best sentence has none
    "no_day",          // 1: when is asked, and no day, month or year is in it
};
using Evidence = std::array<double, kEvidenceNames.size()>;

// Of a response with a plan and at least one hit.
Evidence evidence_of(const SearchResponse& response);

// Place or time asked for are others, or the signature is not there: no answer, however much else agrees.
bool is_near_miss(const Evidence& evidence);

// Log odds that the first hit answers.
double confidence_of(const Evidence& evidence);

}  // namespace giaidap
