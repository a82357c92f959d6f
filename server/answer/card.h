// The answer card: which entry answers, in which sentences, or none. No answer is better than a wrong one.
#pragma once

#include <optional>

#include "server/query/search.h"
#include "server/query/tables.h"

namespace giaidap {

// Judges the first hit of a search by relevance; only its first page has a card.
std::optional<Answer> answer_card(const SearchRequest& request, const SearchResponse& response,
                                  const QueryTables& tables);

// An answered row as one of several answers to its obstacle, nothing left out or marked.
OtherAnswer whole_answer(const SearchHit& hit);

}  // namespace giaidap
