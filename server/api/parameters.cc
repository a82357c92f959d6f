#include "server/api/parameters.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <map>
#include <utility>

#include "indexer/base/entry.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

// A filter that may repeat: its name, where its values go, and which values there can be.
struct Filter {
  std::string_view name;
  std::vector<std::string> SearchRequest::*values;
  bool (*is_known)(const std::string&);
  std::string_view expected;  // for the message
};

bool any_value(const std::string& /*value*/) { return true; }
bool is_kind(const std::string& value) { return entry_kind_from(value).has_value(); }
bool is_status(const std::string& value) { return entry_status_from(value).has_value(); }

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_year(const std::string& value) { return value.size() == 4 && all_digits(value); }

constexpr auto kFilters = std::to_array<Filter>({
    {"agency", &SearchRequest::agency, any_value, ""},
    {"topic", &SearchRequest::topic, any_value, ""},
    {"dispatch", &SearchRequest::dispatch, any_value, ""},
    {"kind", &SearchRequest::kind, is_kind, "qa, petition, task or passage"},
    {"status", &SearchRequest::status, is_status, "answered, open or none"},
    {"year", &SearchRequest::year, is_year, "a year of four digits"},
});

// Parameters of one value. "lang" is none: links that change the language set it behind those of the page.
constexpr auto kSingle = std::to_array<std::string_view>(
    {"q", "from", "to", "sort", "page", "per_page", "fields", "exact", "noi-dung", "dung"});

Error not_among(std::string_view name, std::string_view expected) {
  return Error{ErrorCode::BadInput, "must be " + std::string(expected), std::string(name)};
}

int to_number(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

// YYYY-MM-DD and a day that exists.
bool is_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const auto year = text.substr(0, 4);
  const auto month = text.substr(5, 2);
  const auto day = text.substr(8, 2);
  if (!all_digits(year) || !all_digits(month) || !all_digits(day)) return false;
  return std::chrono::year_month_day(std::chrono::year(to_number(year)),
                                     std::chrono::month(static_cast<unsigned>(to_number(month))),
                                     std::chrono::day(static_cast<unsigned>(to_number(day))))
      .ok();
}

Result<Unit> read_filters(const Parameters& parameters, SearchRequest& request) {
  for (const Filter& filter : kFilters) {
    for (const auto& [name, value] : parameters) {
      std::string text = name == filter.name ? normalize_text(value) : "";
      if (text.empty()) continue;
      if (!filter.is_known(value)) return not_among(name, filter.expected);
      (request.*filter.values).push_back(std::move(text));
    }
  }
  return Unit{};
}

Result<std::string> date_parameter(const Parameters& parameters, std::string_view name) {
  const std::string value = first_value(parameters, name).value_or("");
  if (!value.empty() && !is_iso_date(value)) return not_among(name, "a date such as 2023-08-25");
  return value;
}

Result<SortOrder> sort_parameter(const Parameters& parameters) {
  const std::string value = first_value(parameters, "sort").value_or("relevance");
  if (value == "relevance") return SortOrder::Relevance;
  if (value == "date") return SortOrder::Date;
  return not_among("sort", "relevance or date");
}

Result<bool> exact_parameter(const Parameters& parameters) {
  const std::string value = first_value(parameters, "exact").value_or("0");
  if (value != "0" && value != "1") return not_among("exact", "0 or 1");
  return value == "1";
}

Result<bool> text_field(const Parameters& parameters) {
  const std::string value = first_value(parameters, "fields").value_or("");
  if (!value.empty() && value != "text") return not_among("fields", "text");
  return value == "text";
}

Result<Unit> read_paging(const Parameters& parameters, SearchRequest& request) {
  const Result<int> page = number_parameter(parameters, "page", {1, 1, kMaxResultDepth});
  const Result<int> per_page = number_parameter(parameters, "per_page", {10, 1, kMaxPerPage});
  if (!page) return page.error();
  if (!per_page) return per_page.error();
  if (page.value() * per_page.value() > kMaxResultDepth) {
    return Error{ErrorCode::BadInput, "results end at number " + std::to_string(kMaxResultDepth), "page"};
  }
  request.page = page.value();
  request.per_page = per_page.value();
  return Unit{};
}

}  // namespace

std::size_t count_characters(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(
      utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

Result<SearchParameters> parse_search(const Parameters& parameters) {
  SearchParameters parsed;
  SearchRequest& request = parsed.request;
  const Result<std::string> q = query_parameter(parameters);
  const Result<std::string> from = date_parameter(parameters, "from");
  const Result<std::string> to = date_parameter(parameters, "to");
  const Result<SortOrder> sort = sort_parameter(parameters);
  const Result<bool> exact = exact_parameter(parameters);
  const Result<bool> with_text = text_field(parameters);
  if (!q) return q.error();
  if (!from) return from.error();
  if (!to) return to.error();
  if (!sort) return sort.error();
  if (!exact) return exact.error();
  if (!with_text) return with_text.error();
  if (const auto filters = read_filters(parameters, request); !filters) return filters.error();
  if (const auto paging = read_paging(parameters, request); !paging) return paging.error();
  request.q = q.value();
  request.from = from.value();
  request.to = to.value();
  request.sort = sort.value();
  request.exact = exact.value();
  parsed.with_text = with_text.value();
  return parsed;
}

Parameters to_parameters(const SearchRequest& request) {
  Parameters parameters;
  if (!request.q.empty()) parameters.emplace_back("q", request.q);
  for (const Filter& filter : kFilters) {
    for (const std::string& value : request.*filter.values) parameters.emplace_back(filter.name, value);
  }
  if (!request.from.empty()) parameters.emplace_back("from", request.from);
  if (!request.to.empty()) parameters.emplace_back("to", request.to);
  if (request.exact) parameters.emplace_back("exact", "1");
  if (request.sort == SortOrder::Date) parameters.emplace_back("sort", "date");
  if (request.per_page != SearchRequest{}.per_page) {
    parameters.emplace_back("per_page", std::to_string(request.per_page));
  }
  if (request.page != 1) parameters.emplace_back("page", std::to_string(request.page));
  return parameters;
}

Result<Unit> check_repeats(const Parameters& parameters) {
  std::map<std::string_view, int> times;
  for (const auto& [name, value] : parameters) {
    if (value.empty()) continue;
    const int seen = ++times[name];
    const bool single = std::find(kSingle.begin(), kSingle.end(), name) != kSingle.end();
    if (single && seen > 1) return Error{ErrorCode::BadInput, "is given more than once", name};
    if (seen > kMaxRepeats) {
      return Error{ErrorCode::BadInput, "is given more than " + std::to_string(kMaxRepeats) + " times", name};
    }
  }
  return Unit{};
}

std::optional<std::string> first_value(const Parameters& parameters, std::string_view name) {
  for (const auto& [key, value] : parameters) {
    if (key == name && !value.empty()) return value;
  }
  return std::nullopt;
}

Result<int> number_parameter(const Parameters& parameters, std::string_view name, NumberRange range) {
  const auto value = first_value(parameters, name);
  if (!value) return range.fallback;
  int number = 0;
  const char* const end = value->data() + value->size();
  const auto [stopped_at, failure] = std::from_chars(value->data(), end, number);
  if (failure != std::errc() || stopped_at != end || number < range.least || number > range.most) {
    return not_among(
        name, "a whole number from " + std::to_string(range.least) + " to " + std::to_string(range.most));
  }
  return number;
}

Result<std::string> query_parameter(const Parameters& parameters) {
  std::string q = first_value(parameters, "q").value_or("");
  if (count_characters(q) > static_cast<std::size_t>(kMaxQueryCharacters)) {
    return Error{ErrorCode::TooLarge, "is longer than " + std::to_string(kMaxQueryCharacters) + " characters",
                 "q"};
  }
  return q;
}

}  // namespace giaidap
