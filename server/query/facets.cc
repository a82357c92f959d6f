#include "server/query/facets.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <tuple>

namespace giaidap {
namespace {

// The chosen values of one facet.
class FacetFilter {
 public:
  FacetFilter(const FacetColumn& column, const std::vector<std::string>& chosen)
      : column_(column), active_(!chosen.empty()), wanted_(column.texts().size(), false) {
    for (const std::string& value : chosen) {
      const FacetColumn::ValueId id = column.id_of(value);
      if (id != FacetColumn::kUnknown) wanted_[id] = true;
    }
  }

  [[nodiscard]] bool passes(Xapian::docid entry) const {
    return !active_ || std::any_of(column_.begin(entry), column_.end(entry),
                                   [&](FacetColumn::ValueId id) { return wanted_[id]; });
  }

 private:
  const FacetColumn& column_;
  bool active_;
  std::vector<bool> wanted_;
};

std::uint32_t day_number(const std::string& iso_date, std::uint32_t missing) {
  std::string digits;
  std::copy_if(iso_date.begin(), iso_date.end(), std::back_inserter(digits), [](char c) { return c != '-'; });
  std::uint32_t day = missing;
  std::from_chars(digits.data(), digits.data() + digits.size(), day);
  return day;
}

// An entry without a date is outside of every range.
class DateFilter {
 public:
  explicit DateFilter(const SearchRequest& request)
      : active_(!request.from.empty() || !request.to.empty()),
        from_(day_number(request.from, 1)),
        to_(day_number(request.to, UINT32_MAX)) {}

  [[nodiscard]] bool passes(std::uint32_t day) const {
    return !active_ || (day > 0 && day >= from_ && day <= to_);
  }

 private:
  bool active_;
  std::uint32_t from_;
  std::uint32_t to_;
};

using Counts = std::array<std::vector<std::uint64_t>, kFacetCount>;

void count(Counts& counts, const Columns& columns, std::size_t facet, Xapian::docid entry) {
  const FacetColumn& column = columns.facets[facet];
  for (const auto* id = column.begin(entry); id != column.end(entry); ++id) ++counts[facet][*id];
}

std::vector<FacetCount> sorted_counts(const FacetColumn& column, const std::vector<std::uint64_t>& counts) {
  std::vector<FacetCount> result;
  for (std::size_t id = 0; id < counts.size(); ++id) {
    if (counts[id] > 0) result.push_back({column.texts()[id], counts[id]});
  }
  std::sort(result.begin(), result.end(), [](const FacetCount& a, const FacetCount& b) {
    return std::tie(b.count, a.value) < std::tie(a.count, b.value);
  });
  return result;
}

Facets all_counts(const Columns& columns, const Counts& counts) {
  const auto of = [&](Facet which) {
    return sorted_counts(columns.facet(which), counts[static_cast<std::size_t>(which)]);
  };
  return {of(Facet::Agency), of(Facet::Topic),  of(Facet::Dispatch),
          of(Facet::Kind),   of(Facet::Status), of(Facet::Year)};
}

}  // namespace

Filtered filter_and_count(const std::vector<Scored>& matched, const SearchRequest& request,
                          const Columns& columns) {
  const std::array<const std::vector<std::string>*, kFacetCount> chosen = {
      &request.agency, &request.topic, &request.dispatch, &request.kind, &request.status, &request.year};
  std::vector<FacetFilter> filters;
  Counts counts;
  for (std::size_t i = 0; i < kFacetCount; ++i) {
    filters.emplace_back(columns.facets[i], *chosen[i]);
    counts[i].resize(columns.facets[i].texts().size());
  }
  const DateFilter dates(request);
  Filtered result;
  for (const Scored& hit : matched) {
    if (!dates.passes(columns.date(hit.entry))) continue;
    std::size_t failed = 0;
    std::size_t failing = 0;
    for (std::size_t i = 0; i < kFacetCount; ++i) {
      if (filters[i].passes(hit.entry)) continue;
      ++failed;
      failing = i;
    }
    if (failed == 1) count(counts, columns, failing, hit.entry);
    if (failed > 0) continue;
    for (std::size_t i = 0; i < kFacetCount; ++i) count(counts, columns, i, hit.entry);
    result.kept.push_back(hit);
  }
  result.facets = all_counts(columns, counts);
  return result;
}

}  // namespace giaidap
