#include "tests/calibration/judged.h"

#include <cstdio>

namespace giaidap::calibration {

bool ask_all(std::span<char*> arguments, int per_page, const Visit& visit) {
  if (arguments.size() < 3) {
    std::fprintf(stderr, "usage: %s DB QUERIES.jsonl...\n", arguments[0]);
    return false;
  }
  const auto handle = open_index(arguments[1], "corpus/vocabulary");
  if (!handle.ok()) {
    std::fprintf(stderr, "%s\n", handle.error().message.c_str());
    return false;
  }
  Searcher searcher(handle.value());
  for (char* path : arguments.subspan(2)) {
    for (const e2e::JudgedQuery& query : e2e::read_judged_queries(path)) {
      SearchRequest request;
      request.q = query.query;
      request.per_page = per_page;
      const Result<SearchResponse> response = searcher.search(request);
      if (response.ok()) visit(query, response.value());
    }
  }
  return true;
}

int grade_of_hit(const SearchHit& hit, const e2e::JudgedQuery& query) {
  const nlohmann::json result = {{"entry", hit.entry.name},
                                 {"dispatch", {{"number", hit.dispatch.number.value_or("")}}},
                                 {"question", hit.entry.question.value_or("")},
                                 {"text", hit.entry.text}};
  return e2e::grade_of(result, query.gold);
}

}  // namespace giaidap::calibration
