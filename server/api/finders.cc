#include "server/api/finders.h"

#include <algorithm>
#include <chrono>

#include "indexer/text/normalize.h"
#include "indexer/text/numbers.h"
#include "indexer/text/tokens.h"
#include "server/answer/card.h"
#include "server/api/labels.h"
#include "server/api/parameters.h"
#include "server/query/tables.h"

namespace giaidap {
namespace {

constexpr int kRelated = 5;
constexpr int kMaxCiting = 100;
constexpr std::size_t kMaxDescription = 400;  // characters

std::vector<std::string> spellings_of(const std::string& number, const std::vector<SearchHit>& entries) {
  const std::string key = number_key(number);
  std::vector<std::string> spellings;
  for (const SearchHit& hit : entries) {
    for (const std::string& cited : hit.entry.cites) {
      const bool is_new = std::find(spellings.begin(), spellings.end(), cited) == spellings.end();
      if (is_new && number_key(cited) == key) spellings.push_back(cited);
    }
  }
  return spellings;
}

// The first sentence of these entries that names the document in one of its spellings.
std::optional<std::string> description_of(const std::vector<std::string>& spellings,
                                          const std::vector<SearchHit>& entries) {
  for (const SearchHit& hit : entries) {
    const std::string_view text = hit.entry.text;
    for (const ByteRange& range : sentences(text)) {
      const std::string_view sentence = text.substr(range.byte_begin, range.byte_end - range.byte_begin);
      const bool names_it = std::any_of(spellings.begin(), spellings.end(), [&](const std::string& spelling) {
        return sentence.find(spelling) != std::string_view::npos;
      });
      if (names_it) return shortened(sentence, kMaxDescription);
    }
  }
  return std::nullopt;
}

std::vector<AgencyToday> answer_today(const SearchResponse& response, const Successors& successors) {
  if (!response.answer) return {};
  for (const SearchHit& hit : response.hits) {
    if (hit.entry.name != response.answer->entry) continue;
    return who_is_today(successors, response.answer->agencies, hit.entry, hit.dispatch.date);
  }
  return who_is_today(successors, response.answer->agencies, Entry{}, std::nullopt);
}

}  // namespace

Result<SearchAnswered> find_results(App& app, const Parameters& parameters) {
  const auto started = std::chrono::steady_clock::now();
  Result<SearchParameters> parsed = parse_search(parameters);
  if (!parsed) return parsed.error();
  SearchAnswered answered;
  answered.request = std::move(parsed.value().request);
  answered.with_text = parsed.value().with_text;
  const auto searcher = app.searchers.borrow();
  Result<SearchResponse> response = searcher->search(answered.request);
  if (!response) return response.error();
  answered.response = std::move(response).value();
  answered.response.answer = answer_card(answered.request, answered.response);
  answered.answer_today = answer_today(answered.response, searcher->tables().vocabulary.successors);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - started;
  answered.took_ms = took.count();
  return answered;
}

Result<FoundEntry> find_entry(App& app, const std::string& name) {
  const auto searcher = app.searchers.borrow();
  Result<SearchHit> hit = searcher->entry(normalize_text(name));
  if (!hit) return hit.error();
  Result<std::vector<SearchHit>> related = searcher->related(hit.value().entry, kRelated);
  if (!related) return related.error();
  return FoundEntry{std::move(hit).value(), std::move(related).value()};
}

Result<std::vector<Searcher::Listed>> find_dispatches(App& app) {
  return app.searchers.borrow()->dispatches();
}

Result<Searcher::Listed> find_dispatch(App& app, const std::string& number) {
  return app.searchers.borrow()->dispatch(normalize_text(number));
}

Result<CitedDocument> find_document(App& app, const std::string& number) {
  const auto searcher = app.searchers.borrow();
  CitedDocument document;
  document.number = normalize_text(number);
  if (auto dispatch = searcher->dispatch(document.number)) document.dispatch = dispatch.value();
  Result<std::vector<SearchHit>> citing = searcher->citing(document.number, kMaxCiting);
  if (!citing && citing.error().code != ErrorCode::NotFound) return citing.error();
  if (citing) document.entries = std::move(citing).value();
  if (document.entries.empty() && !document.dispatch) {
    return Error{ErrorCode::NotFound, "no entry cites this document", number};
  }
  document.spellings = spellings_of(document.number, document.entries);
  document.description = description_of(document.spellings, document.entries);
  return document;
}

}  // namespace giaidap
