// Other wordings for what was typed: abbreviations and synonyms both ways, agency names, English into
// Vietnamese.
#pragma once

#include <cstddef>
#include <vector>

#include "server/query/search.h"
#include "server/query/tables.h"
#include "server/query/understand.h"

namespace giaidap {

struct Wording {
  std::vector<QueryWord> words;
  double factor = 1;   // its worth against the best wording
  bool equal = false;  // weighs as the model whatever its own words weigh: an abbreviation of it, or its name
};

// A word or phrase of the query with all its wordings; the one as typed comes first where it is kept.
struct Segment {
  std::vector<Wording> wordings;
  double factor = 1;      // its worth against the query's other segments
  bool as_typed = true;   // the first wording is what was typed; false for translations
  std::size_t model = 0;  // the wording whose weight all take: an abbreviation weighs as what it stands for
};

struct ExpandedQuery {
  std::vector<Segment> segments;      // in order
  std::vector<Expansion> expansions;  // told to the person
};

// `defined`: abbreviations that the index's own texts define, beside those of the tables.
ExpandedQuery expand(const UnderstoodQuery& query, const QueryTables& tables, const Abbreviations& defined);

}  // namespace giaidap
