// Which sentences of a text answer, word for word.
#pragma once

#include <set>
#include <string>

#include "server/query/intents.h"
#include "server/query/passage_score.h"

namespace giaidap {

struct Quotation {
  std::string
      text;  // sentences in the order of the source, word for word; "…" where some between are left out
  std::string marked;  // the same for HTML: escaped, the words asked for in <mark>…</mark>
  bool whole = false;  // nothing of the source is left out
};

// The sentence that carries most of the query and up to two that carry nearly as much; where a figure, a day
// or a sum is asked for, those that hold one go before others. A short text is quoted whole. Empty for an
// empty source.
Quotation quote(const std::string& source, const PassageScorer& scorer, const std::set<Intent>& asks);

}  // namespace giaidap
