// What the second stage of ranking knows of a hit beyond its score: how well its sentences hold the query,
// and whether it has the kind of thing that is asked for. The weights are fitted to judged queries by
// tests/calibration (fit_ranking).
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "indexer/base/entry.h"
#include "server/query/coded_entries.h"
#include "server/query/passage_score.h"
#include "server/query/search.h"

namespace giaidap {

inline constexpr std::array<std::string_view, 9> kRankingFeatureNames = {
    "sentence_words",   // most of the query's words, by weight, in one sentence; a share
    "sentence_pairs",   // most of its pairs of neighbours in one sentence; a share
    "length",           // logarithm of its number of words, in those of a usual entry
    "figure",           // 1: a figure is asked for, and its best sentence has one
    "count",            // 1: how many of something, and its best sentence has their number
    "day",              // 1: when is asked, and its best sentence has a day
    "petition",         // 1: who asked whom is asked, and it is a petition
    "reply",            // 1: what was answered is asked, and it is an answered row
    "row_with_number",  // 1: the query names a document, and it is an answered row
};
using RankingFeatures = std::array<double, kRankingFeatureNames.size()>;

// What of the query the features look at.
struct AskedFor {
  std::set<Intent> kinds;
  std::string counted;  // as UnderstoodQuery has it
  bool numbers = false;
};
AskedFor asked_by(const Interpretation& told);

// The text of one of an entry's sentences; asked for only where the query wants a figure or a day.
using SentenceText = std::function<std::string(std::size_t)>;

// `match`: of entry.text.
RankingFeatures ranking_features(const CodedEntry& entry, const TextMatch& match, const AskedFor& asked,
                                 const SentenceText& sentence_text);
// `text`: entry.text, analysed.
RankingFeatures ranking_features(const Entry& entry, const AnalysedText& text, const PassageScorer& scorer,
                                 const AskedFor& asked);

// By what factor they change a hit's score.
double ranking_factor(const RankingFeatures& features);

}  // namespace giaidap
