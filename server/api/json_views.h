// What the API says, in the contract's field names and shapes. The pages are filled from the same objects.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/entry.h"
#include "server/answer/cited_document.h"
#include "server/answer/why.h"
#include "server/query/index.h"
#include "server/query/search.h"

namespace giaidap {

struct SearchAnswered {
  SearchRequest request;
  SearchResponse response;
  bool with_text = false;
  double took_ms = 0;
  std::vector<AgencyToday> answer_today{};  // the agencies of the answer card
  std::vector<Why> why{};                   // of each hit; only for pages
};

// A document that entries cite, whether it is in the index or not.
struct CitedDocument {
  DocumentAsCited cited;
  std::optional<Searcher::Listed> dispatch;  // where the index holds it
  std::vector<SearchHit> entries;            // that cite it
};

// All but "took_ms", which differs each time that the same is answered.
nlohmann::json search_json(const SearchAnswered& answered);
nlohmann::json entry_json(const SearchHit& hit, const std::vector<SearchHit>& related,
                          const std::vector<SearchHit>& other_answers);
nlohmann::json dispatch_brief_json(const DispatchBrief& dispatch);
// One row of the list of dispatches.
nlohmann::json listed_json(const Searcher::Listed& listed);
// The same with "outline".
nlohmann::json dispatch_json(const Searcher::Listed& listed);
nlohmann::json document_json(const CitedDocument& document);
// {"parts": [{"text", "found": [mention with "likeness", "closeness", "status", "dispatch"]}]}
nlohmann::json asked_json(const std::vector<AskedPart>& parts);
// A short mention of an entry: entry, kind, question, agencies, url.
nlohmann::json mention_json(const SearchHit& hit);

// As sent over the wire; bytes that are no UTF-8 are replaced, never thrown at.
std::string dump(const nlohmann::json& view);

}  // namespace giaidap
