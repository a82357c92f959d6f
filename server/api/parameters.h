// The parameters of a search, from and to query strings. Every value is checked; what is not understood is an
// Error (BadInput or TooLarge) that names its parameter. Empty values, as forms send them, count as absent;
// parameters of other names are passed over.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/base/result.h"
#include "server/api/urls.h"
#include "server/query/search.h"

namespace giaidap {

struct SearchParameters {
  SearchRequest request;
  bool with_text = false;  // fields=text
};

Result<SearchParameters> parse_search(const Parameters& parameters);

// The parameters that ask for this again, defaults left out.
Parameters to_parameters(const SearchRequest& request);

// The first value of a name that is not empty.
std::optional<std::string> first_value(const Parameters& parameters, std::string_view name);

// Error where one that can have a single value has several, or one that may repeat has more than
// kMaxRepeats: programs on the way might take another of them than we.
Result<Unit> check_repeats(const Parameters& parameters);
inline constexpr int kMaxRepeats = 100;

// A whole number within limits; fallback where the parameter is absent.
struct NumberRange {
  int fallback, least, most;
};
Result<int> number_parameter(const Parameters& parameters, std::string_view name, NumberRange range);

std::size_t count_characters(std::string_view utf8);

// q, at most kMaxQueryCharacters characters; empty where it is absent.
Result<std::string> query_parameter(const Parameters& parameters);

}  // namespace giaidap
