#include "server/api/page_handlers.h"

#include "server/api/finders.h"
#include "server/api/page.h"
#include "server/api/paging.h"
#include "server/api/parameters.h"
#include "server/api/record_views.h"
#include "server/api/search_view.h"
#include "server/api/subject_view.h"

namespace giaidap {
namespace {

// An outline leads to where its headings begin, which only the entries' items tell, as text goes on under the
// outer heading where an inner one ends. Of a dispatch of 150 entries reading them takes a millisecond; a
// heading that begins behind so many has no link but on the pages that show it. Rows of data have no outline,
// and so nothing is read for it however many they are.
constexpr int kOutlined = 10'000;

std::uint64_t entries_in(const Searcher::Listed& listed) {
  std::uint64_t entries = 0;
  for (const FacetCount& kind : listed.counts) entries += kind.count;
  return entries;
}

// Entries are read for the page alone: a dispatch may have a million.
Result<EntriesShown> entries_shown(App& app, const Searcher::Listed& listed, const Parameters& parameters) {
  EntriesShown shown;
  shown.last_page = pages_of(entries_in(listed), EntriesShown::kPerPage);
  const auto page = number_parameter(parameters, "page", {1, 1, shown.last_page});
  if (!page) return page.error();
  shown.page = page.value();
  const auto searcher = app.searchers->borrow();
  auto entries = searcher->entries_of(listed.dispatch.id, shown.begin(), EntriesShown::kPerPage);
  if (!entries) return entries.error();
  shown.entries = std::move(entries).value();
  if (listed.dispatch.outline.empty()) return shown;
  auto items = searcher->items_of(listed.dispatch.id, kOutlined);
  if (!items) return items.error();
  shown.items = std::move(items).value();
  return shown;
}

void tell_reasons(App& app, SearchAnswered& answered) {
  const Reasons reasons(answered.request, answered.response, app.searchers->borrow()->tables());
  for (const SearchHit& hit : answered.response.hits) answered.why.push_back(reasons.of(hit));
}

Result<Reply> page_document(App& app, const Call& call) {
  const auto document = find_document(app, call.name);
  if (!document) return document.error();
  return page(app, call, "document", document_view(document.value(), call.texts()));
}

Result<Reply> page_subjects(App& app, const Call& call, const SubjectKind& kind) {
  const auto all = find_subjects(app, kind);
  if (!all) return all.error();
  return page(app, call, "subjects", subjects_view(kind, all.value(), call.texts()));
}

Result<Reply> page_subject(App& app, const Call& call, const SubjectKind& kind) {
  const auto subject = find_subject(app, kind, call.name, call.parameters);
  if (!subject) return subject.error();
  return page(app, call, "subject", subject_view(kind, subject.value(), call.texts()));
}

}  // namespace

Result<Reply> page_search(App& app, const Call& call) {
  auto answered = find_results(app, call.parameters);
  if (!answered) return answered.error();
  const SearchRequest& request = answered.value().request;
  if (to_parameters(request).empty())
    return page(app, call, "start", start_view(answered.value(), call.texts()));
  if (!request.q.empty()) tell_reasons(app, answered.value());
  nlohmann::json view = results_view(answered.value(), call.texts());
  if (answered.value().response.total == 0) {
    const auto wider = find_wider(*app.searchers->borrow(), request);
    if (!wider) return wider.error();
    view["wider"] = wider_view(wider.value(), call.texts());
  }
  return page(app, call, "results", std::move(view));
}

Result<Reply> page_entry(App& app, const Call& call) {
  const auto q = query_parameter(call.parameters);
  if (!q) return q.error();
  const auto found = find_entry(app, call.name, q.value());
  if (!found) return found.error();
  return page(app, call, "entry", entry_view(found.value(), site_address(call.asked), call.texts()));
}

Result<Reply> page_dispatches(App& app, const Call& call) {
  const auto listed = find_dispatches(app);
  if (!listed) return listed.error();
  return page(app, call, "dispatches", dispatches_view(listed.value(), call.texts()));
}

Result<Reply> page_dispatch(App& app, const Call& call) {
  const auto listed = find_dispatch(app, call.name);
  if (!listed && listed.error().code == ErrorCode::NotFound) return page_document(app, call);
  if (!listed) return listed.error();
  const auto shown = entries_shown(app, listed.value(), call.parameters);
  if (!shown) return shown.error();
  return page(app, call, "dispatch", dispatch_view(listed.value(), shown.value(), call.texts()));
}

Result<Reply> page_agencies(App& app, const Call& call) { return page_subjects(app, call, kAgencySubject); }

Result<Reply> page_agency(App& app, const Call& call) { return page_subject(app, call, kAgencySubject); }

Result<Reply> page_topics(App& app, const Call& call) { return page_subjects(app, call, kTopicSubject); }

Result<Reply> page_topic(App& app, const Call& call) { return page_subject(app, call, kTopicSubject); }

}  // namespace giaidap
