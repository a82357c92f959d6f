// What API and pages both ask of the index, each borrowing a Searcher for as long as it takes.
#pragma once

#include "server/api/app.h"
#include "server/api/json_views.h"

namespace giaidap {

struct FoundEntry {
  SearchHit hit;
  std::vector<SearchHit> related;
  std::vector<SearchHit> other_answers;  // to the same obstacle, newest first
  std::string q;                         // that led to it; may be empty
  std::shared_ptr<const Plan> plan;      // of q; nullptr without
  const QueryTables* tables;             // live with the index
};

Result<SearchAnswered> find_results(App& app, const Parameters& parameters);
// q: the query whose words are to be marked in it; may be empty.
Result<FoundEntry> find_entry(App& app, const std::string& name, const std::string& q = "");
Result<std::vector<Searcher::Listed>> find_dispatches(App& app);
Result<Searcher::Listed> find_dispatch(App& app, const std::string& number);
// A document that is cited somewhere or is itself in the index; else NotFound.
Result<CitedDocument> find_document(App& app, const std::string& number);

}  // namespace giaidap
