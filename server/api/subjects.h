// Agencies and topics as subjects of pages of their own: all that stands in the index about one of them.
#pragma once

#include <string>
#include <vector>

#include "indexer/text/successors.h"
#include "server/api/app.h"

namespace giaidap {

// What sets agencies and topics apart; everything else is the same.
struct SubjectKind {
  std::vector<std::string> SearchRequest::*filter;
  std::vector<FacetCount> Facets::*facet;
  std::string (*url)(std::string_view name);  // of its page
  const char* list_url;
  const char* title_key;       // of the list's title
  const char* search_key;      // "search in this …"
  const char* section_prefix;  // of the keys that name its entries of each kind
};
extern const SubjectKind kAgencySubject;
extern const SubjectKind kTopicSubject;

// The entries of one kind that are shown.
struct SubjectSection {
  std::string kind;
  std::uint64_t total = 0;
  std::vector<SearchHit> hits;
};

struct Subject {
  std::string name;
  std::vector<SubjectSection> sections;  // answers, petitions, tasks, prose; those that are empty left out
  std::string kind;                      // the one that alone is shown, page by page; empty: some of each
  int page = 1;
  int last_page = 1;
  const Successor* successor = nullptr;  // of an agency that is another one today; lives with the vocabulary
  std::vector<const Successor*> took_over;  // agencies whose work it has today, by name
};

// parameters: kind, page. NotFound for a name that nothing in the index and no successor bears.
Result<Subject> find_subject(App& app, const SubjectKind& kind, const std::string& name,
                             const Parameters& parameters);

// All of them, those with most entries first.
Result<std::vector<FacetCount>> find_subjects(App& app, const SubjectKind& kind);

}  // namespace giaidap
