#include "server/api/record_views.h"

#include <algorithm>
#include <optional>

#include "server/answer/citation.h"
#include "server/api/labels.h"
#include "server/api/outline_view.h"
#include "server/api/paging.h"
#include "server/api/readable_text.h"
#include "server/api/today_view.h"
#include "server/api/urls.h"

namespace giaidap {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxPageTitle = 60;  // characters
constexpr std::size_t kShortOutline = 20;  // headings that are shown at once
constexpr int kMaxPlaces = 30;             // that are offered to jump to

std::string shown_place(const Place& place, const Texts& texts) {
  std::string shown = place.file;
  if (place.page) shown += ", " + texts["place.page"] + ' ' + std::to_string(*place.page);
  if (place.line) shown += ", " + texts["place.line"] + ' ' + std::to_string(*place.line);
  return shown;
}

json link_list(const std::vector<std::string>& numbers) {
  json links = json::array();
  for (const std::string& number : numbers)
    links.push_back({{"label", number}, {"url", dispatch_url(number)}});
  return links;
}

// All but the first, which is the document's.
std::string shown_other_dates(const std::vector<std::string>& dates, const Texts& texts) {
  std::vector<std::string> shown;
  for (std::size_t i = 1; i < dates.size(); ++i) shown.push_back(texts.date(dates[i]));
  return joined(shown, " · ");
}

json count_rows(const std::vector<FacetCount>& counts, const Texts& texts) {
  json rows = json::array();
  for (const FacetCount& count : counts) {
    rows.push_back({{"label", texts.counted("count." + count.value, count.count)}});
  }
  return rows;
}

json listed_row(const Searcher::Listed& listed, const Texts& texts) {
  const Dispatch& dispatch = listed.dispatch;
  return {{"source", source_row(brief_of(dispatch), texts)},
          {"title", dispatch.title.value_or("")},
          {"issuer", dispatch.issuer.value_or("")},
          {"counts", count_rows(listed.counts, texts)}};
}

json agency_links(const std::vector<std::string>& agencies) {
  json links = json::array();
  for (const std::string& agency : agencies) {
    links.push_back({{"label", agency}, {"url", agency_url(agency)}, {"last", &agency == &agencies.back()}});
  }
  return links;
}

std::string signer_text(const Signer& signer) {
  std::vector<std::string> parts;
  for (const std::string* part : {&signer.title, &signer.rank, &signer.name}) {
    if (!part->empty()) parts.push_back(*part);
  }
  return joined(parts, ", ");
}

// The texts with what helps to read them.
void add_texts(json& view, const FoundEntry& found, const Texts& texts) {
  const Entry& entry = found.hit.entry;
  const Explainer explainer(*found.tables, entry.text);
  std::optional<PassageScorer> scorer;
  if (found.plan != nullptr) scorer.emplace(*found.plan);
  ReadableText readable(entry.cites, &explainer, scorer ? &*scorer : nullptr);
  view["question"] = readable.html(entry.question.value_or(""));
  view["answer"] = readable.html(entry.answer.value_or(""));
  view["passage"] = entry.kind == EntryKind::Passage ? readable.html(entry.text) : "";
  view["basis"] = readable.html(entry.basis.value_or(""));
  view["result"] = readable.html(entry.result.value_or(""));
  view["abbreviations"] = json::array();
  for (const auto& [word, meaning] : readable.abbreviations()) {
    view["abbreviations"].push_back({{"word", word}, {"meaning", meaning}});
  }
  view["has_abbreviations"] = !readable.abbreviations().empty();
  view["q"] = found.q;
  view["back_url"] = found.q.empty() ? "" : "/" + query_string({{"q", found.q}});
  view["places_label"] = texts.counted("hits.count", static_cast<std::uint64_t>(readable.places()));
  view["has_places"] = readable.places() > 0;
  view["places"] = json::array();
  for (int i = 1; i <= std::min(readable.places(), kMaxPlaces); ++i)
    view["places"].push_back({{"number", i}});
}

// To cite it, to send it.
void add_ways_out(json& view, const FoundEntry& found, const std::string& address) {
  const std::string cited = citation(found.hit);
  view["citation"] = cited;
  view["vote_entry"] = found.hit.entry.name;
  view["address"] = address;
  view["mail_url"] =
      "mailto:" + query_string({{"subject", shortened(view["title"].get<std::string>(), kMaxPageTitle)},
                                {"body", cited + "\n" + address}});
}

// Another answer to the same obstacle.
json beside_row(const SearchHit& other, const Texts& texts) {
  return {{"agencies", joined(other.entry.agencies, "; ")},
          {"date", texts.date(other.dispatch.date.value_or(""))},
          {"quote", ReadableText(other.entry.cites, nullptr, nullptr).html(*other.entry.answer)},
          {"citation", citation(other)},
          {"url", entry_url(other.entry.name)}};
}

std::string page_of_dispatch_url(const Dispatch& dispatch, int page) {
  return dispatch_url(dispatch.id) + query_string({{"page", std::to_string(page)}});
}

}  // namespace

json entry_view(const FoundEntry& found, const std::string& site, const Texts& texts) {
  const Entry& entry = found.hit.entry;
  json view = entry_row(entry, found.hit.dispatch, texts);
  view["page_title"] = shortened(view["title"].get<std::string>(), kMaxPageTitle);
  view["source"] = source_row(found.hit.dispatch, texts);
  view["dispatch_title"] = found.hit.dispatch.title.value_or("");
  view["issuer"] = found.hit.dispatch.issuer.value_or("");
  view["status_label"] = texts["status." + to_string(entry.status)];
  view["question_label"] = texts["question." + to_string(entry.kind)];
  view["agencies_label"] = texts["agencies." + to_string(entry.kind)];
  view["agency_links"] = agency_links(entry.agencies);
  view["topic_url"] = entry.topic.empty() ? "" : topic_url(entry.topic);
  view["answer_lost"] = entry.kind == EntryKind::Qa && !entry.answer;
  view["petitioners"] = joined(entry.petitioners, "; ");
  view["agencies_today"] = today_text(found.hit.today, entry.agencies, texts);
  view["petitioners_today"] = today_text(found.hit.today, entry.petitioners, texts);
  view["deadline"] = entry.deadline.value_or("");
  view["heading"] = joined(entry.heading, " › ");
  view["place"] = shown_place(entry.place, texts);
  view["cites"] = link_list(entry.cites);
  view["has_cites"] = !entry.cites.empty();
  view["related"] = hit_rows(found.related, texts);
  view["has_related"] = !found.related.empty();
  view["has_beside"] = !found.other_answers.empty();
  view["beside"] = json::array();
  for (const SearchHit& other : found.other_answers) view["beside"].push_back(beside_row(other, texts));
  add_texts(view, found, texts);
  add_ways_out(view, found, site + entry_url(entry.name));
  return view;
}

json dispatches_view(const std::vector<Searcher::Listed>& listed, const Texts& texts) {
  json rows = json::array();
  for (const Searcher::Listed& one : listed) rows.push_back(listed_row(one, texts));
  return {{"page_title", texts["page.dispatches"]}, {"dispatches", rows}};
}

json document_view(const CitedDocument& document, const Texts& texts) {
  const DocumentAsCited& cited = document.cited;
  return {{"page_title", cited.number},
          {"number", cited.number},
          {"kind", cited.kind},
          {"date", texts.date(cited.date)},
          {"other_dates", shown_other_dates(cited.dates, texts)},
          {"issuer", cited.issuer},
          {"name", cited.name},
          {"description", cited.description},
          {"spellings", joined(cited.spellings, " · ")},
          {"joined", joined(cited.joined, " · ")},
          {"apart", link_list(cited.apart)},
          {"has_apart", !cited.apart.empty()},
          {"total_label", texts.counted("document.citing", document.entries.size())},
          {"entries", hit_rows(document.entries, texts)}};
}

json dispatch_view(const Searcher::Listed& listed, const EntriesShown& shown, const Texts& texts) {
  const Dispatch& dispatch = listed.dispatch;
  json view = listed_row(listed, texts);
  view["page_title"] = dispatch_label(brief_of(dispatch), texts);
  view["number"] = dispatch.number.value_or("");
  view["date"] = texts.date(dispatch.date.value_or(""));
  view["place"] = dispatch.place.value_or("");
  view["kind"] = dispatch.kind.value_or("");
  view["signer"] = signer_text(dispatch.signer);
  view["addressed_to"] = joined(dispatch.addressed_to, "; ");
  view["file"] = dispatch.file;
  view["search_url"] = "/" + query_string({{"dispatch", dispatch.number.value_or(dispatch.id)}});
  const DispatchPage page{dispatch, shown.items, shown.entries, static_cast<std::size_t>(shown.begin()),
                          EntriesShown::kPerPage};
  view["outline"] = outline_rows(page);
  view["has_outline"] = !dispatch.outline.empty();
  view["short_outline"] = dispatch.outline.size() <= kShortOutline;
  view["groups"] = entry_groups(page, texts);
  view["paging"] = paging_links(shown.page, shown.last_page,
                                [&](int number) { return page_of_dispatch_url(dispatch, number); });
  return view;
}

}  // namespace giaidap
