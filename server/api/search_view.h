// What the search page shows, as an object for its templates.
#pragma once

#include <nlohmann/json.hpp>

#include "server/api/json_views.h"
#include "server/api/texts.h"
#include "server/api/wider.h"

namespace giaidap {

// The page of results: summary, what was understood, answer, rows, filters, sorting, paging.
nlohmann::json results_view(const SearchAnswered& answered, const Texts& texts);

// What its part on finding nothing shows, beside that page's own members.
nlohmann::json wider_view(const Wider& wider, const Texts& texts);

// The first page: examples and what can be browsed.
nlohmann::json start_view(const SearchAnswered& everything, const Texts& texts);

}  // namespace giaidap
