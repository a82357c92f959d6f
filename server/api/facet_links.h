// Filters, sorting and pages as links: each is the address of the same search with one thing changed.
#pragma once

#include <nlohmann/json.hpp>

#include "server/api/texts.h"
#include "server/query/search.h"

namespace giaidap {

// [{label, shown: [{label, count, url, chosen}], more: [...], more_count}], facets without a choice left out.
nlohmann::json facet_groups(const SearchRequest& request, const Facets& facets, const Texts& texts);

// The filters in force, each with the address that drops it: [{label, url}].
nlohmann::json chosen_filters(const SearchRequest& request, const Texts& texts);

// Filters that the query suggests, each in place of what was chosen of its facet: [{label, count, url}].
nlohmann::json filter_offers(const SearchRequest& request, const std::vector<FilterOffer>& offers,
                             const Texts& texts);

// The address of the same search without its slips mended.
std::string exact_url(const SearchRequest& request);

// [{label, url, chosen}]
nlohmann::json sort_links(const SearchRequest& request, const Texts& texts);

// The pages of its results, as paging_links() gives them.
nlohmann::json search_paging(const SearchRequest& request, std::uint64_t total);

// The search as fields of a form: [{name, value}].
nlohmann::json hidden_fields(const SearchRequest& request);

// The address of a search.
std::string search_url(const SearchRequest& request);

}  // namespace giaidap
