#include "server/api/subjects.h"

#include <algorithm>
#include <array>

#include "indexer/text/normalize.h"
#include "server/api/paging.h"
#include "server/api/parameters.h"
#include "server/query/tables.h"

namespace giaidap {
namespace {

constexpr int kSomeOfEach = 5;
constexpr int kPerPage = 20;
constexpr std::array<std::string_view, 4> kKinds = {"qa", "petition", "task", "passage"};

SearchRequest request_for(const SubjectKind& kind, const std::string& name, const std::string& entry_kind) {
  SearchRequest request;
  (request.*kind.filter).push_back(name);
  if (!entry_kind.empty()) request.kind.push_back(entry_kind);
  return request;
}

Result<Unit> add_section(Searcher& searcher, const SearchRequest& request, Subject& subject) {
  Result<SearchResponse> found = searcher.search(request);
  if (!found) return found.error();
  if (found.value().total == 0) return Unit{};
  subject.sections.push_back({request.kind.front(), found.value().total, std::move(found.value().hits)});
  return Unit{};
}

Result<Unit> add_some_of_each(Searcher& searcher, const SubjectKind& kind, Subject& subject) {
  for (const std::string_view entry_kind : kKinds) {
    SearchRequest request = request_for(kind, subject.name, std::string(entry_kind));
    request.per_page = kSomeOfEach;
    if (const auto added = add_section(searcher, request, subject); !added) return added.error();
  }
  return Unit{};
}

Result<Unit> add_page_of_one(Searcher& searcher, const SubjectKind& kind, const Parameters& parameters,
                             Subject& subject) {
  const Result<int> page = number_parameter(parameters, "page", {1, 1, kMaxResultDepth / kPerPage});
  if (!page) return page.error();
  SearchRequest request = request_for(kind, subject.name, subject.kind);
  request.page = page.value();
  request.per_page = kPerPage;
  if (const auto added = add_section(searcher, request, subject); !added) return added.error();
  if (subject.sections.empty()) return Unit{};
  subject.page = page.value();
  subject.last_page = last_page(subject.sections.front().total, kPerPage);
  if (subject.page > subject.last_page) return Error{ErrorCode::NotFound, "there is no such page", "page"};
  return Unit{};
}

void add_lives(const Successors& successors, Subject& subject) {
  subject.successor = successors.of(subject.name);
  for (const auto& [then, successor] : successors.all()) {
    if (successor.today == subject.name && then != subject.name) subject.took_over.push_back(&successor);
  }
  std::sort(subject.took_over.begin(), subject.took_over.end(),
            [](const Successor* a, const Successor* b) { return a->then < b->then; });
}

}  // namespace

const SubjectKind kAgencySubject = {&SearchRequest::agency, &Facets::agency, agency_url, "/co-quan",
                                    "agencies.title",       "agency.search", "about."};
const SubjectKind kTopicSubject = {&SearchRequest::topic, &Facets::topic, topic_url,     "/nhom",
                                   "topics.title",        "topic.search", "about.topic."};

Result<Subject> find_subject(App& app, const SubjectKind& kind, const std::string& name,
                             const Parameters& parameters) {
  Subject subject;
  subject.name = normalize_text(name);
  subject.kind = first_value(parameters, "kind").value_or("");
  if (!subject.kind.empty() && !entry_kind_from(subject.kind)) {
    return Error{ErrorCode::BadInput, "must be qa, petition, task or passage", "kind"};
  }
  const auto searcher = app.searchers->borrow();
  const auto added = subject.kind.empty() ? add_some_of_each(*searcher, kind, subject)
                                          : add_page_of_one(*searcher, kind, parameters, subject);
  if (!added) return added.error();
  if (&kind == &kAgencySubject) add_lives(searcher->tables().vocabulary.successors, subject);
  if (subject.sections.empty() && (subject.took_over.empty() || !subject.kind.empty())) {
    return Error{ErrorCode::NotFound, "nothing in the index is about it", name};
  }
  return subject;
}

Result<std::vector<FacetCount>> find_subjects(App& app, const SubjectKind& kind) {
  SearchRequest everything;
  everything.per_page = 1;
  const auto found = app.searchers->borrow()->search(everything);
  if (!found) return found.error();
  return found.value().facets.*kind.facet;
}

}  // namespace giaidap
