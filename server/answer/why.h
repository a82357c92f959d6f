// Why an entry is among the results: what of the query it holds, and in which wording.
#pragma once

#include <string>
#include <vector>

#include "server/query/search.h"
#include "server/query/understand.h"

namespace giaidap {

struct Why {
  std::vector<std::string> words;          // stretches of the query that it holds as typed
  std::vector<std::string> without_tones;  // words that it holds only if tones do not count
  std::vector<Expansion> through;          // other wordings of the query's words, those that it holds
  std::vector<std::string> agencies;       // named in the query and its own
  std::vector<std::string> numbers;        // of documents named in the query that it cites or stands in
  std::vector<std::string> missing;        // words that it holds in no wording
};

// Tells it for any hit of one response, which must outlive this.
class Reasons {
 public:
  Reasons(const SearchRequest& request, const SearchResponse& response, const QueryTables& tables);

  [[nodiscard]] Why of(const SearchHit& hit) const;

 private:
  const Interpretation& interpreted_;
  UnderstoodQuery query_;  // as it was searched for: slips mended, tones restored
};

}  // namespace giaidap
