// What API and pages both ask of the index, each borrowing a Searcher for as long as it takes.
#pragma once

#include "server/api/app.h"
#include "server/api/json_views.h"

namespace giaidap {

struct FoundEntry {
  SearchHit hit;
  std::vector<SearchHit> related;
};

Result<SearchAnswered> find_results(App& app, const Parameters& parameters);
Result<FoundEntry> find_entry(App& app, const std::string& name);
Result<std::vector<Searcher::Listed>> find_dispatches(App& app);
Result<Searcher::Listed> find_dispatch(App& app, const std::string& number);
// A document that is cited somewhere or is itself in the index; else NotFound.
Result<CitedDocument> find_document(App& app, const std::string& number);

}  // namespace giaidap
