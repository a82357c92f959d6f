// Second stage of ranking: the first hits of the match are read and judged by where in their text the words
// asked for stand.
#pragma once

#include <cstddef>
#include <memory>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "indexer/base/entry.h"
#include "server/query/coded_entries.h"
#include "server/query/facets.h"
#include "server/query/passage_score.h"
#include "server/query/ranking_features.h"

namespace giaidap {

// All words of an entry and those around it. `text`: entry.text.
std::vector<Token> all_words(const Entry& entry, const AnalysedText& text);

inline constexpr std::size_t kReranked = 50;

using ReadEntries = std::unordered_map<Xapian::docid, std::shared_ptr<const CodedEntry>>;

// Orders the first kReranked hits anew; those after them stay. To a hit's score comes that of its best
// sentence and of what it is about (its question; the first sentence of prose without a title); the sum
// counts the more, the more of the query's words the entry holds, heading and title among them, and by
// ranking_factor(). Gives back the entries that it read. Throws Xapian's exceptions.
ReadEntries rerank(std::vector<Scored>& hits, const Xapian::Database& db, CodedEntries& entries,
                   const PassageScorer& scorer, const Interpretation& told);

}  // namespace giaidap
