#include "server/api/search_view.h"

#include <algorithm>

#include "server/api/exports.h"
#include "server/api/facet_links.h"
#include "server/api/labels.h"
#include "server/api/parameters.h"
#include "server/api/subject_view.h"
#include "server/api/today_view.h"
#include "server/api/urls.h"
#include "server/api/why_view.h"

namespace giaidap {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxBrowseLinks = 12;
constexpr std::size_t kMaxTitleQuery = 60;  // characters

json result_row(const SearchHit& hit, const Texts& texts) {
  json row = hit_row(hit, texts);
  row["excerpt"] = hit.excerpt;  // escaped by the search, its marks are ours
  row["snippet"] = "";
  row["petitioners"] = joined(hit.entry.petitioners, "; ");
  row["petitioners_today"] = today_text(hit.today, hit.entry.petitioners, texts);
  return row;
}

json undated_fields(SearchRequest request) {
  request.page = 1;
  request.from.clear();
  request.to.clear();
  return hidden_fields(request);
}

SearchRequest feed_request(SearchRequest request) {
  request.page = 1;
  request.per_page = SearchRequest{}.per_page;
  request.sort = SortOrder::Relevance;  // a feed has an order of its own
  return request;
}

// The whole search, as hidden fields of a form.
json whole_search(SearchRequest request) {
  request.page = 1;
  request.per_page = SearchRequest{}.per_page;
  return hidden_fields(request);
}

// The entry's page with the words of the query marked.
std::string entry_url_for(const std::string& name, const SearchRequest& request) {
  return entry_url(name) + (request.q.empty() ? "" : query_string({{"q", request.q}}));
}

json result_rows(const SearchAnswered& answered, const Texts& texts) {
  json rows = json::array();
  for (std::size_t i = 0; i < answered.response.hits.size(); ++i) {
    rows.push_back(result_row(answered.response.hits[i], texts));
    rows.back()["choose"] = true;
    rows.back()["url"] = entry_url_for(answered.response.hits[i].entry.name, answered.request);
    if (i < answered.why.size()) rows.back()["why"] = why_view(answered.why[i], texts);
  }
  return rows;
}

// The dispatch of the entry that answers, where that entry is among the results shown.
json answer_source(const Answer& answer, const std::vector<SearchHit>& hits, const Texts& texts) {
  for (const SearchHit& hit : hits) {
    if (hit.entry.name == answer.entry) return source_row(hit.dispatch, texts);
  }
  return nullptr;
}

// "Bộ Tư pháp trả lời", "UBND tỉnh Lào Cai kiến nghị Bộ Tài chính", "Nhiệm vụ của Bộ Y tế": by kind, with the
// names that are known.
std::string answer_heading(const Answer& answer, const Texts& texts) {
  std::string key = "answer." + to_string(answer.kind);
  const std::string petitioners = joined(answer.petitioners, "; ");
  const std::string agencies = joined(answer.agencies, "; ");
  if (answer.kind == EntryKind::Petition ? petitioners.empty() : agencies.empty()) key += ".nobody";
  return filled(texts[key], {{"petitioners", petitioners}, {"agencies", agencies}});
}

json beside_row(const OtherAnswer& answer, const Texts& texts) {
  return {{"agencies", joined(answer.agencies, "; ")},
          {"date", texts.date(answer.date)},
          {"quote", answer.marked},  // escaped by the search
          {"citation", answer.citation},
          {"url", entry_url(answer.entry)}};
}

// Where others answered the same obstacle otherwise: all of them, newest first; else none.
json beside_rows(const Answer& answer, const Texts& texts) {
  json rows = json::array();
  if (answer.others.empty()) return rows;
  std::vector<OtherAnswer> all = {
      {answer.entry, answer.agencies, answer.date, answer.text, answer.marked, answer.citation}};
  all.insert(all.end(), answer.others.begin(), answer.others.end());
  std::stable_sort(all.begin(), all.end(),
                   [](const OtherAnswer& a, const OtherAnswer& b) { return a.date > b.date; });
  for (const OtherAnswer& one : all) rows.push_back(beside_row(one, texts));
  return rows;
}

json answer_view(const SearchAnswered& answered, const Texts& texts) {
  const SearchResponse& response = answered.response;
  if (!response.answer) return nullptr;
  const Answer& answer = *response.answer;
  return {{"heading", answer_heading(answer, texts)},
          {"agencies_today", today_text(answered.answer_today, answer.agencies, texts)},
          {"open", answer.kind == EntryKind::Petition},
          {"deadline", answer.deadline},
          {"referred_to", joined(answer.referred_to, "; ")},
          {"referred_today", today_text(answered.answer_today, answer.referred_to, texts)},
          {"marked", answer.marked},  // escaped by the search, its marks are ours
          {"whole", answer.whole},
          {"several", !answer.others.empty()},
          {"beside", beside_rows(answer, texts)},
          {"citation", answer.citation},
          {"vote_entry", answer.entry},
          {"url", entry_url(answer.entry)},
          {"source", answer_source(answer, response.hits, texts)}};
}

// Nothing answers a question that was put as one would put it: by relevance, on the first page.
bool is_unanswered(const SearchAnswered& answered) {
  const SearchRequest& request = answered.request;
  return !answered.response.answer && !request.q.empty() && request.page == 1 &&
         request.sort == SortOrder::Relevance && !answered.response.hits.empty();
}

json understood_view(const Interpretation& interpreted, const Texts& texts) {
  json expansions = json::array();
  for (const Expansion& expansion : interpreted.expansions) {
    expansions.push_back({{"from", expansion.from},
                          {"to", joined(expansion.to, "; ")},
                          {"why", texts["wording." + expansion.why]}});
  }
  return expansions;
}

// What a new query keeps: filters and sorting, as hidden fields of the form.
json kept_fields(SearchRequest request) {
  request.q.clear();
  request.page = 1;
  request.exact = false;  // a new question has its own slips
  return hidden_fields(request);
}

json example_links(const Texts& texts) {
  json links = json::array();
  for (int i = 1;; ++i) {
    const std::string key = "example." + std::to_string(i);
    const std::string example = texts[key];
    if (example == key) return links;
    links.push_back({{"label", example}, {"url", "/" + query_string({{"q", example}})}});
  }
}

// "17 kết quả cho “khai sinh”, trang 2": the first that a screen reader tells of a page.
std::string results_title(const SearchRequest& request, std::uint64_t total, const Texts& texts) {
  const std::string count = texts.counted("results.count", total);
  std::string title = request.q.empty()
                          ? texts["page.browse"] + ": " + count
                          : filled(texts["results.title"],
                                   {{"count", count}, {"query", shortened(request.q, kMaxTitleQuery)}});
  if (request.page > 1) {
    title += ", " + filled(texts["results.title_page"], {{"page", std::to_string(request.page)}});
  }
  return title;
}

void add_understanding(json& view, const SearchAnswered& answered, const Texts& texts) {
  const Interpretation& interpreted = answered.response.interpreted;
  const bool translated = interpreted.language == "en";
  view["corrected"] = answered.response.corrected.value_or("");
  view["exact_url"] = exact_url(answered.request);
  view["read_as"] = answered.response.corrected ? "" : interpreted.read_as;
  view["understood"] = understood_view(interpreted, texts);
  view["has_understood"] = !interpreted.expansions.empty();
  view["translated"] = translated;
  view["open_understood"] = translated || answered.response.hits.empty();
}

void add_filters(json& view, const SearchAnswered& answered, const Texts& texts) {
  const SearchRequest& request = answered.request;
  const json filters = chosen_filters(request, texts);
  const json groups = facet_groups(request, answered.response.facets, texts);
  view["offers"] = filter_offers(request, answered.response.interpreted.filters, texts);
  view["groups"] = groups;
  view["has_filters"] = !groups.empty();
  view["chosen"] = filters;
  view["has_chosen"] = !filters.empty();
  view["from"] = request.from;
  view["to"] = request.to;
  view["has_dates"] = !request.from.empty() || !request.to.empty();
  view["undated_fields"] = undated_fields(request);
}

}  // namespace

json results_view(const SearchAnswered& answered, const Texts& texts) {
  const SearchRequest& request = answered.request;
  const SearchResponse& response = answered.response;
  json view = {{"q", request.q},
               {"page_title", results_title(request, response.total, texts)},
               {"kept", kept_fields(request)},
               {"total_label", texts.counted("results.count", response.total)},
               {"about", response.total_is_estimate},
               {"partial", response.partial},
               {"first_number", std::to_string((request.page - 1) * request.per_page + 1)},
               {"answer", answer_view(answered, texts)},
               {"unanswered", is_unanswered(answered)},
               {"nearest_agencies", joined(response.nearest_agencies, "; ")},
               {"results", result_rows(answered, texts)},
               {"found", !response.hits.empty()},
               {"sorts", sort_links(request, texts)},
               {"paging", search_paging(request, response.total)},
               {"export_fields", whole_search(request)},
               {"feed", feed_url(feed_request(request))}};
  add_understanding(view, answered, texts);
  add_filters(view, answered, texts);
  return view;
}

json wider_view(const Wider& wider, const Texts& texts) {
  json searches = json::array();
  for (const WiderSearch& way : wider.searches) {
    searches.push_back({{"label", texts[way.label_key]},
                        {"url", search_url(way.request)},
                        {"total_label", texts.counted("results.count", way.total)}});
  }
  return {{"searches", searches},
          {"nearest", hit_rows(wider.nearest, texts)},
          {"has_nearest", !wider.nearest.empty()},
          {"agency", wider.agency},
          {"agency_url", wider.agency.empty() ? "" : agency_url(wider.agency)}};
}

json start_view(const SearchAnswered& everything, const Texts& texts) {
  const SearchResponse& response = everything.response;
  return {{"page_title", ""},
          {"total", response.total},
          {"examples", example_links(texts)},
          {"agencies", subject_links(kAgencySubject, response.facets.agency, kMaxBrowseLinks)},
          {"topics", subject_links(kTopicSubject, response.facets.topic, kMaxBrowseLinks)}};
}

}  // namespace giaidap
