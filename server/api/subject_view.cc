#include "server/api/subject_view.h"

#include <algorithm>

#include "server/api/exports.h"
#include "server/api/facet_links.h"
#include "server/api/labels.h"
#include "server/api/paging.h"

namespace giaidap {
namespace {

using nlohmann::json;

SearchRequest search_for(const SubjectKind& kind, const Subject& subject) {
  SearchRequest request;
  (request.*kind.filter).push_back(subject.name);
  if (!subject.kind.empty()) request.kind.push_back(subject.kind);
  return request;
}

std::string page_url(const SubjectKind& kind, const Subject& subject, const std::string& entry_kind,
                     int page) {
  Parameters parameters;
  if (!entry_kind.empty()) parameters.emplace_back("kind", entry_kind);
  if (page > 1) parameters.emplace_back("page", std::to_string(page));
  return kind.url(subject.name) + query_string(parameters);
}

json section_row(const SubjectKind& kind, const Subject& subject, const SubjectSection& section,
                 const Texts& texts) {
  const bool more = section.hits.size() < section.total && subject.kind.empty();
  return {{"anchor", section.kind},
          {"label", texts[kind.section_prefix + section.kind]},
          {"total", section.total},
          {"entries", hit_rows(section.hits, texts)},
          {"all_url", more ? page_url(kind, subject, section.kind, 1) : ""},
          {"all_label", texts.counted("about.all", section.total)}};
}

// Who it is today, then who it is today for single matters.
json today_rows(const Subject& subject, const Texts& texts) {
  json rows = json::array();
  if (subject.successor == nullptr) return rows;
  const Successor& successor = *subject.successor;
  if (successor.today != subject.name) {
    rows.push_back({{"label", filled(texts["agency.today"], {{"now", successor.today}})},
                    {"since", texts.date(successor.since)},
                    {"basis", successor.basis},
                    {"url", agency_url(successor.today)}});
  }
  for (const MovedMatter& moved : successor.moved) {
    rows.push_back(
        {{"label", filled(texts["agency.today_matter"], {{"matter", moved.matter}, {"now", moved.agency}})},
         {"since", texts.date(successor.since)},
         {"basis", successor.basis},
         {"url", agency_url(moved.agency)}});
  }
  return rows;
}

json before_links(const Subject& subject) {
  json links = json::array();
  for (const Successor* before : subject.took_over) {
    links.push_back({{"label", before->then}, {"url", agency_url(before->then)}});
  }
  return links;
}

}  // namespace

json subject_view(const SubjectKind& kind, const Subject& subject, const Texts& texts) {
  json sections = json::array();
  for (const SubjectSection& section : subject.sections) {
    sections.push_back(section_row(kind, subject, section, texts));
  }
  const json before = before_links(subject);
  const bool one_kind = !subject.kind.empty();
  const std::string title =
      one_kind ? subject.name + ": " + sections[0]["label"].get<std::string>() : subject.name;
  return {{"page_title", title},
          {"name", subject.name},
          {"sections", sections},
          {"several", sections.size() > 1},
          {"today", today_rows(subject, texts)},
          {"before", before},
          {"has_before", !before.empty()},
          {"search_url", search_url(search_for(kind, subject))},
          {"export_fields", hidden_fields(search_for(kind, subject))},
          {"feed", feed_url(search_for(kind, subject))},
          {"search_label", texts[kind.search_key]},
          {"list_url", kind.list_url},
          {"list_label", texts[kind.title_key]},
          {"whole_url", one_kind ? kind.url(subject.name) : ""},
          {"paging", paging_links(subject.page, subject.last_page,
                                  [&](int page) { return page_url(kind, subject, subject.kind, page); })}};
}

json subject_links(const SubjectKind& kind, const std::vector<FacetCount>& counts, std::size_t most) {
  json links = json::array();
  for (std::size_t i = 0; i < std::min(counts.size(), most); ++i) {
    links.push_back(
        {{"label", counts[i].value}, {"count", counts[i].count}, {"url", kind.url(counts[i].value)}});
  }
  return links;
}

json subjects_view(const SubjectKind& kind, const std::vector<FacetCount>& all, const Texts& texts) {
  return {{"page_title", texts[kind.title_key]}, {"subjects", subject_links(kind, all, all.size())}};
}

}  // namespace giaidap
