// The order in which entries related to another are shown: answers to a petition first; for an answer the
// questions and answers elsewhere before prose. Answers in nearly the same words stand together.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "server/query/search.h"

namespace giaidap {

// Takes hits by relevance, best first; gives at most `limit`. Answers to the same obstacle (those nearly as
// relevant as the best) come newest first; of answers nearly alike the first one leads and the others, right
// behind it, name it in `same_as`, which may also be the entry itself.
std::vector<SearchHit> arrange_related(const Entry& entry, std::vector<SearchHit> hits, std::size_t limit);

// Both are answered rows that raise nearly the same obstacle by their words, and the answers differ.
bool answered_otherwise(const Entry& a, const Entry& b);
// The answers differ.
bool answers_differ(const Entry& a, const Entry& b);

// Share of their words that two texts have in common, 0 to 1.
double likeness(std::string_view a, std::string_view b);

}  // namespace giaidap
