#include "server/api/finders.h"

#include <chrono>

#include "indexer/text/normalize.h"
#include "server/answer/card.h"
#include "server/answer/nearest.h"
#include "server/api/answer_cache.h"
#include "server/api/labels.h"
#include "server/api/parameters.h"
#include "server/query/tables.h"

namespace giaidap {
namespace {

constexpr int kRelated = 5;
constexpr int kMaxCiting = 200;
constexpr std::size_t kMaxDescription = 400;  // characters

// What its own header says goes before what others say of it.
void tell_own_header(DocumentAsCited& cited, const Dispatch& dispatch) {
  cited.number = dispatch.number.value_or(cited.number);
  cited.kind = dispatch.kind.value_or(cited.kind);
  cited.date = dispatch.date.value_or(cited.date);
  cited.issuer = dispatch.issuer.value_or(cited.issuer);
  cited.name = dispatch.title.value_or(cited.name);
}

std::vector<AgencyToday> answer_today(const SearchResponse& response, const Successors& successors) {
  if (!response.answer) return {};
  std::vector<std::string> named = response.answer->agencies;
  named.insert(named.end(), response.answer->referred_to.begin(), response.answer->referred_to.end());
  for (const SearchHit& hit : response.hits) {
    if (hit.entry.name == response.answer->entry)
      return who_is_today(successors, named, hit.entry, hit.dispatch.date);
  }
  return who_is_today(successors, named, Entry{}, std::nullopt);
}

Result<SearchAnswered> search(Searcher& searcher, SearchRequest request) {
  SearchAnswered answered;
  answered.request = std::move(request);
  Result<SearchResponse> response = searcher.search(answered.request);
  if (!response) return response.error();
  answered.response = std::move(response).value();
  answered.response.answer = answer_card(answered.request, answered.response, searcher.tables());
  if (!answered.response.answer) answered.response.nearest_agencies = nearest_agencies(answered.response);
  answered.answer_today = answer_today(answered.response, searcher.tables().vocabulary.successors);
  return answered;
}

// From the cache where the same was asked of the same index. What lacks a shard is not kept.
Result<SearchAnswered> remembered(App& app, SearchRequest request) {
  const auto searcher = app.searchers->borrow();
  if (app.answers == nullptr) return search(*searcher, std::move(request));
  const auto index = searcher->health();
  if (!index) return index.error();
  const auto kept = app.answers->find(index.value(), request);
  app.metrics->count_remembered(kept != nullptr);
  if (kept != nullptr) return *kept;
  auto fresh = search(*searcher, std::move(request));
  if (fresh && !fresh.value().response.partial)
    app.answers->keep(index.value(), std::make_shared<const SearchAnswered>(fresh.value()));
  return fresh;
}

// Questions, not the pages behind the first nor lists that nobody searched for.
void note_search(App& app, const SearchAnswered& answered) {
  const SearchResponse& response = answered.response;
  if (answered.request.q.empty() || answered.request.page != 1) return;
  app.metrics->count_search(response.answer ? "answered" : response.total > 0 ? "results" : "nothing");
  if (app.desk != nullptr && !app.privacy) {
    app.desk->note_search(answered.request.q, response.total, response.answer.has_value());
  }
}

}  // namespace

Result<SearchAnswered> find_results(App& app, const Parameters& parameters) {
  const auto started = std::chrono::steady_clock::now();
  Result<SearchParameters> parsed = parse_search(parameters);
  if (!parsed) return parsed.error();
  Result<SearchAnswered> found = remembered(app, std::move(parsed.value().request));
  if (!found) return found.error();
  SearchAnswered answered = std::move(found).value();
  answered.with_text = parsed.value().with_text;
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - started;
  answered.took_ms = took.count();
  note_search(app, answered);
  return answered;
}

Result<FoundEntry> find_entry(App& app, const std::string& name, const std::string& q) {
  const auto searcher = app.searchers->borrow();
  Result<SearchHit> hit = searcher->entry(normalize_text(name));
  if (!hit) return hit.error();
  Result<std::vector<SearchHit>> related = searcher->related(hit.value().entry, kRelated);
  if (!related) return related.error();
  Result<std::vector<SearchHit>> others = searcher->other_answers(hit.value().entry);
  if (!others) return others.error();
  FoundEntry found{std::move(hit).value(), std::move(related).value(), std::move(others).value(), q, nullptr,
                   &searcher->tables()};
  if (q.empty()) return found;
  SearchRequest asked;
  asked.q = q;
  asked.per_page = 1;
  Result<SearchResponse> response = searcher->search(asked);
  if (!response) return response.error();
  found.plan = std::move(response.value().plan);
  return found;
}

Result<std::vector<Searcher::Listed>> find_dispatches(App& app) {
  return app.searchers->borrow()->dispatches();
}

Result<Searcher::Listed> find_dispatch(App& app, const std::string& number) {
  return app.searchers->borrow()->dispatch(normalize_text(number));
}

Result<CitedDocument> find_document(App& app, const std::string& number) {
  const std::string asked = normalize_text(number);
  const auto searcher = app.searchers->borrow();
  Result<std::vector<SearchHit>> alike = searcher->citing_digits(asked, kMaxCiting);
  if (!alike) return alike.error();
  CitedDocument document;
  document.cited = document_as_cited(asked, alike.value(), searcher->tables().agencies);
  document.cited.description = shortened(document.cited.description, kMaxDescription);
  for (const std::size_t place : document.cited.citing) document.entries.push_back(alike.value()[place]);
  if (auto dispatch = searcher->dispatch(document.cited.number)) {
    tell_own_header(document.cited, dispatch.value().dispatch);
    document.dispatch = std::move(dispatch).value();
  }
  if (document.entries.empty() && !document.dispatch) {
    return Error{ErrorCode::NotFound, "no entry cites this document", number};
  }
  return document;
}

}  // namespace giaidap
