#include "server/api/json_views.h"

#include <cmath>
#include <utility>

#include "indexer/base/json.h"
#include "server/answer/card.h"
#include "server/api/today_view.h"
#include "server/api/urls.h"

namespace giaidap {
namespace {

using nlohmann::json;

json or_null(const std::optional<std::string>& value) { return value ? json(*value) : json(nullptr); }

json text_or_null(const std::string& text) { return text.empty() ? json(nullptr) : json(text); }

json facet_json(const std::vector<FacetCount>& counts) {
  json values = json::array();
  for (const FacetCount& count : counts) values.push_back({{"value", count.value}, {"count", count.count}});
  return values;
}

json facets_json(const Facets& facets) {
  return {{"agency", facet_json(facets.agency)},     {"topic", facet_json(facets.topic)},
          {"dispatch", facet_json(facets.dispatch)}, {"kind", facet_json(facets.kind)},
          {"status", facet_json(facets.status)},     {"year", facet_json(facets.year)}};
}

json filters_json(const std::vector<FilterOffer>& offers) {
  json filters = json::array();
  for (const FilterOffer& offer : offers) {
    filters.push_back({{"facet", offer.facet}, {"value", offer.value.value}, {"count", offer.value.count}});
  }
  return filters;
}

json asks_json(const std::set<Intent>& asks) {
  json words = json::array();
  for (const Intent intent : asks) words.push_back(to_string(intent));
  return words;
}

json interpreted_json(const Interpretation& interpreted) {
  json expansions = json::array();
  for (const Expansion& expansion : interpreted.expansions) {
    expansions.push_back({{"from", expansion.from}, {"to", expansion.to}, {"why", expansion.why}});
  }
  return {{"language", interpreted.language},
          {"read_as", interpreted.read_as.empty() ? json(nullptr) : json(interpreted.read_as)},
          {"expansions", expansions},
          {"agencies", interpreted.agencies},
          {"numbers", interpreted.numbers},
          {"phrases", interpreted.phrases},
          {"excluded", interpreted.excluded},
          {"filters", filters_json(interpreted.filters)},
          {"asks", asks_json(interpreted.asks)}};
}

json other_answer_json(const OtherAnswer& other) {
  return {{"entry", other.entry}, {"agencies", other.agencies}, {"date", text_or_null(other.date)},
          {"text", other.text},   {"citation", other.citation}, {"url", entry_url(other.entry)}};
}

json others_json(const std::vector<OtherAnswer>& others) {
  json rows = json::array();
  for (const OtherAnswer& other : others) rows.push_back(other_answer_json(other));
  return rows;
}

json answer_json(const std::optional<Answer>& answer, const std::vector<AgencyToday>& today) {
  if (!answer) return nullptr;
  return {{"entry", answer->entry},
          {"kind", to_string(answer->kind)},
          {"status", to_string(answer->status)},
          {"agencies", answer->agencies},
          {"referred_to", answer->referred_to},
          {"petitioners", answer->petitioners},
          {"today", today_json(today)},
          {"text", answer->text},
          {"whole", answer->whole},
          {"deadline", text_or_null(answer->deadline)},
          {"citation", answer->citation},
          {"url", entry_url(answer->entry)},
          {"others", others_json(answer->others)}};
}

json result_json(const SearchHit& hit, bool with_text) {
  const Entry& entry = hit.entry;
  json result = {{"entry", entry.name},
                 {"kind", to_string(entry.kind)},
                 {"status", to_string(entry.status)},
                 {"dispatch", dispatch_brief_json(hit.dispatch)},
                 {"item", entry.item},
                 {"heading", entry.heading},
                 {"topic", entry.topic},
                 {"agencies", entry.agencies},
                 {"petitioners", entry.petitioners},
                 {"today", today_json(hit.today)},
                 {"question", or_null(entry.question)},
                 {"excerpt", hit.excerpt},
                 {"score", hit.score},
                 {"url", entry_url(entry.name)}};
  if (with_text) result["text"] = entry.text;
  return result;
}

json mentions_json(const std::vector<SearchHit>& hits) {
  json mentions = json::array();
  for (const SearchHit& hit : hits) mentions.push_back(mention_json(hit));
  return mentions;
}

}  // namespace

json dispatch_brief_json(const DispatchBrief& dispatch) {
  return {{"number", or_null(dispatch.number)}, {"date", or_null(dispatch.date)},
          {"issuer", or_null(dispatch.issuer)}, {"kind", or_null(dispatch.kind)},
          {"title", or_null(dispatch.title)},   {"url", dispatch_url(dispatch.id)}};
}

json search_json(const SearchAnswered& answered) {
  const SearchResponse& response = answered.response;
  json results = json::array();
  for (const SearchHit& hit : response.hits) results.push_back(result_json(hit, answered.with_text));
  return {{"query", answered.request.q},
          {"corrected", or_null(response.corrected)},
          {"interpreted", interpreted_json(response.interpreted)},
          {"total", response.total},
          {"total_is_estimate", response.total_is_estimate},
          {"partial", response.partial},
          {"page", answered.request.page},
          {"per_page", answered.request.per_page},
          {"answer", answer_json(response.answer, answered.answer_today)},
          {"nearest_agencies", response.nearest_agencies},
          {"results", std::move(results)},
          {"facets", facets_json(response.facets)}};
}

json mention_json(const SearchHit& hit) {
  return {{"entry", hit.entry.name},
          {"kind", to_string(hit.entry.kind)},
          {"question", or_null(hit.entry.question)},
          {"agencies", hit.entry.agencies},
          {"today", today_json(hit.today)},
          {"same_as", text_or_null(hit.same_as)},
          {"url", entry_url(hit.entry.name)}};
}

json asked_json(const std::vector<AskedPart>& parts) {
  json rows = json::array();
  for (const AskedPart& part : parts) {
    json found = json::array();
    for (const AskedEntry& asked : part.found) {
      json row = mention_json(asked.hit);
      row.erase("same_as");
      row["status"] = to_string(asked.hit.entry.status);
      row["dispatch"] = dispatch_brief_json(asked.hit.dispatch);
      row["likeness"] = std::round(asked.likeness * 100) / 100;
      row["closeness"] = to_string(asked.closeness);
      found.push_back(std::move(row));
    }
    rows.push_back({{"text", part.text}, {"found", std::move(found)}});
  }
  return {{"parts", std::move(rows)}};
}

json entry_json(const SearchHit& hit, const std::vector<SearchHit>& related,
                const std::vector<SearchHit>& other_answers) {
  json view = to_json(hit.entry);
  view["dispatch"] = dispatch_brief_json(hit.dispatch);
  view["today"] = today_json(hit.today);
  view["url"] = entry_url(hit.entry.name);
  view["related"] = mentions_json(related);
  view["other_answers"] = json::array();
  for (const SearchHit& other : other_answers)
    view["other_answers"].push_back(other_answer_json(whole_answer(other)));
  return view;
}

json listed_json(const Searcher::Listed& listed) {
  json view = to_json(listed.dispatch);
  view.erase("id");
  view.erase("outline");
  view["counts"] = json::object();
  for (const FacetCount& count : listed.counts) view["counts"][count.value] = count.count;
  view["url"] = dispatch_url(listed.dispatch.id);
  return view;
}

json dispatch_json(const Searcher::Listed& listed) {
  json view = listed_json(listed);
  view["outline"] = json::array();
  for (const OutlineItem& item : listed.dispatch.outline) {
    view["outline"].push_back({{"path", item.path},
                               {"heading", item.heading},
                               {"url", outline_url(listed.dispatch.id, item.path)}});
  }
  return view;
}

json document_json(const CitedDocument& document) {
  const DocumentAsCited& cited = document.cited;
  return {{"number", cited.number},
          {"kind", text_or_null(cited.kind)},
          {"date", text_or_null(cited.date)},
          {"issuer", text_or_null(cited.issuer)},
          {"name", text_or_null(cited.name)},
          {"description", text_or_null(cited.description)},
          {"dates", cited.dates},
          {"spellings", cited.spellings},
          {"joined", cited.joined},
          {"apart", cited.apart},
          {"dispatch", document.dispatch ? listed_json(*document.dispatch) : json(nullptr)},
          {"entries", mentions_json(document.entries)},
          {"url", dispatch_url(cited.number)}};
}

std::string dump(const json& view) { return view.dump(-1, ' ', false, json::error_handler_t::replace); }

}  // namespace giaidap
