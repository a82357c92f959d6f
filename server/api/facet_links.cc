#include "server/api/facet_links.h"

#include <algorithm>
#include <array>

#include "server/api/labels.h"
#include "server/api/paging.h"
#include "server/api/parameters.h"
#include "server/api/urls.h"

namespace giaidap {
namespace {

using nlohmann::json;

constexpr std::size_t kShownValues = 6;

struct Facet {
  std::string_view name;
  std::vector<FacetCount> Facets::*counts;
  std::vector<std::string> SearchRequest::*chosen;
  std::string_view label_prefix;  // of the key of a value's text; empty where the value speaks for itself
};

constexpr auto kFacets = std::to_array<Facet>({
    {"agency", &Facets::agency, &SearchRequest::agency, ""},
    {"topic", &Facets::topic, &SearchRequest::topic, ""},
    {"kind", &Facets::kind, &SearchRequest::kind, "kind."},
    {"status", &Facets::status, &SearchRequest::status, "status."},
    {"dispatch", &Facets::dispatch, &SearchRequest::dispatch, ""},
    {"year", &Facets::year, &SearchRequest::year, ""},
});

std::string value_label(const Facet& facet, const std::string& value, const Texts& texts) {
  return facet.label_prefix.empty() ? value : texts[std::string(facet.label_prefix) + value];
}

bool contains(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

// The search with a value added, or dropped where it was chosen.
std::string toggled_url(SearchRequest request, const Facet& facet, const std::string& value) {
  std::vector<std::string>& chosen = request.*facet.chosen;
  if (contains(chosen, value)) {
    chosen.erase(std::remove(chosen.begin(), chosen.end(), value), chosen.end());
  } else {
    chosen.push_back(value);
  }
  request.page = 1;
  return search_url(request);
}

json facet_group(const Facet& facet, const SearchRequest& request, const Facets& facets, const Texts& texts) {
  json shown = json::array();
  json more = json::array();
  for (const FacetCount& count : facets.*facet.counts) {
    const bool chosen = contains(request.*facet.chosen, count.value);
    json& list = chosen || shown.size() < kShownValues ? shown : more;
    list.push_back({{"label", value_label(facet, count.value, texts)},
                    {"count", count.count},
                    {"url", toggled_url(request, facet, count.value)},
                    {"chosen", chosen}});
  }
  return {{"label", texts["facet." + std::string(facet.name)]},
          {"shown", shown},
          {"has_more", !more.empty()},
          {"more_count", more.size()},
          {"more", more}};
}

std::string page_url(SearchRequest request, int page) {
  request.page = page;
  return search_url(request);
}

}  // namespace

std::string search_url(const SearchRequest& request) { return "/" + query_string(to_parameters(request)); }

json hidden_fields(const SearchRequest& request) {
  json fields = json::array();
  for (const auto& [name, value] : to_parameters(request)) {
    fields.push_back({{"name", name}, {"value", value}});
  }
  return fields;
}

json facet_groups(const SearchRequest& request, const Facets& facets, const Texts& texts) {
  json groups = json::array();
  for (const Facet& facet : kFacets) {
    const std::size_t values = (facets.*facet.counts).size();
    if (values > 1 || (values == 1 && !(request.*facet.chosen).empty()))
      groups.push_back(facet_group(facet, request, facets, texts));
  }
  return groups;
}

json chosen_filters(const SearchRequest& request, const Texts& texts) {
  json chosen = json::array();
  for (const Facet& facet : kFacets) {
    for (const std::string& value : request.*facet.chosen) {
      chosen.push_back(
          {{"label", value_label(facet, value, texts)}, {"url", toggled_url(request, facet, value)}});
    }
  }
  if (!request.from.empty() || !request.to.empty()) {
    SearchRequest any_time = request;
    any_time.from.clear();
    any_time.to.clear();
    any_time.page = 1;
    chosen.push_back({{"label", texts.date(request.from) + " – " + texts.date(request.to)},
                      {"url", search_url(any_time)}});
  }
  return chosen;
}

json filter_offers(const SearchRequest& request, const std::vector<FilterOffer>& offers, const Texts& texts) {
  json links = json::array();
  for (const FilterOffer& offer : offers) {
    const auto* const facet = std::find_if(kFacets.begin(), kFacets.end(),
                                           [&](const Facet& one) { return one.name == offer.facet; });
    if (facet == kFacets.end()) continue;
    SearchRequest narrowed = request;
    narrowed.*facet->chosen = {offer.value.value};
    narrowed.page = 1;
    links.push_back({{"label", texts["offer." + offer.facet] + ' ' + offer.value.value},
                     {"count", offer.value.count},
                     {"url", search_url(narrowed)}});
  }
  return links;
}

std::string exact_url(const SearchRequest& request) {
  SearchRequest exact = request;
  exact.exact = true;
  exact.page = 1;
  return search_url(exact);
}

json sort_links(const SearchRequest& request, const Texts& texts) {
  json links = json::array();
  for (const SortOrder order : {SortOrder::Relevance, SortOrder::Date}) {
    SearchRequest sorted = request;
    sorted.sort = order;
    sorted.page = 1;
    links.push_back({{"label", texts[order == SortOrder::Date ? "sort.date" : "sort.relevance"]},
                     {"url", search_url(sorted)},
                     {"chosen", order == request.sort}});
  }
  return links;
}

json search_paging(const SearchRequest& request, std::uint64_t total) {
  return paging_links(request.page, last_page(total, request.per_page),
                      [&](int page) { return page_url(request, page); });
}

}  // namespace giaidap
