#include "server/query/facets.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <tuple>
#include <utility>

namespace giaidap {
namespace {

std::uint32_t day_number(const std::string& iso_date, std::uint32_t missing) {
  std::string digits;
  std::copy_if(iso_date.begin(), iso_date.end(), std::back_inserter(digits), [](char c) { return c != '-'; });
  std::uint32_t day = missing;
  std::from_chars(digits.data(), digits.data() + digits.size(), day);
  return day;
}

using Counts = std::array<std::vector<std::uint64_t>, kFacetCount>;

void count(Counts& counts, const Columns& columns, std::size_t facet, Xapian::docid entry) {
  const FacetColumn& column = columns.facets[facet];
  for (const auto* id = column.begin(entry); id != column.end(entry); ++id) ++counts[facet][*id];
}

Counts empty_counts(const Columns& columns) {
  Counts counts;
  for (std::size_t i = 0; i < kFacetCount; ++i) counts[i].resize(columns.facets[i].texts().size());
  return counts;
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

FacetFilter::FacetFilter(const FacetColumn& column, const std::vector<std::string>& chosen)
    : column_(column), active_(!chosen.empty()), wanted_(column.texts().size(), false) {
  for (const std::string& value : chosen) {
    const FacetColumn::ValueId id = column.id_of(value);
    if (id != FacetColumn::kUnknown) wanted_[id] = true;
  }
}

bool FacetFilter::passes(Xapian::docid entry) const {
  return !active_ || std::any_of(column_.begin(entry), column_.end(entry),
                                 [&](FacetColumn::ValueId id) { return wanted_[id]; });
}

EntrySet FacetFilter::passing(const EntrySet& entries) const {
  EntrySet pass = entries;
  entries.each([&](Xapian::docid entry) {
    if (!passes(entry)) pass.remove(entry);
  });
  return pass;
}

EntryFilter::EntryFilter(const SearchRequest& request, const Columns& columns)
    : columns_(columns),
      by_date_(!request.from.empty() || !request.to.empty()),
      from_(day_number(request.from, 1)),
      to_(day_number(request.to, UINT32_MAX)) {
  const std::array<const std::vector<std::string>*, kFacetCount> chosen = {
      &request.agency, &request.topic, &request.dispatch, &request.kind, &request.status, &request.year};
  for (std::size_t i = 0; i < kFacetCount; ++i) facets_.emplace_back(columns.facets[i], *chosen[i]);
}

bool EntryFilter::active() const {
  return by_date_ ||
         std::any_of(facets_.begin(), facets_.end(), [](const auto& one) { return one.active(); });
}

bool EntryFilter::passes(Xapian::docid entry) const {
  return passes_date(entry) &&
         std::all_of(facets_.begin(), facets_.end(), [&](const auto& one) { return one.passes(entry); });
}

// An entry without a date is outside of every range.
bool EntryFilter::passes_date(Xapian::docid entry) const {
  const std::uint32_t day = columns_.date(entry);
  return !by_date_ || (day > 0 && day >= from_ && day <= to_);
}

EntryFilter::Verdict EntryFilter::verdict(Xapian::docid entry) const {
  if (!passes_date(entry)) return {false, std::nullopt};
  Verdict verdict{true, std::nullopt};
  for (std::size_t i = 0; i < kFacetCount; ++i) {
    if (facets_[i].passes(entry)) continue;
    if (!verdict.passes) return {false, std::nullopt};
    verdict = {false, i};
  }
  return verdict;
}

EntryFilter::Verdicts EntryFilter::verdicts(const EntrySet& entries) const {
  EntrySet dated = entries;
  if (by_date_) {
    entries.each([&](Xapian::docid entry) {
      if (!passes_date(entry)) dated.remove(entry);
    });
  }
  Verdicts verdicts{dated, std::vector<EntrySet>(kFacetCount, dated)};
  for (std::size_t i = 0; i < kFacetCount; ++i) {
    if (!facets_[i].active()) continue;
    const EntrySet pass = facets_[i].passing(dated);
    verdicts.pass.keep_only(pass);
    for (std::size_t other = 0; other < kFacetCount; ++other)
      if (other != i) verdicts.pass_others[other].keep_only(pass);
  }
  return verdicts;
}

FilteredSet filter_and_count(const EntrySet& entries, const EntryFilter& filter, const Columns& columns) {
  EntryFilter::Verdicts verdicts = filter.verdicts(entries);
  Counts counts = empty_counts(columns);
  for (std::size_t i = 0; i < kFacetCount; ++i)
    verdicts.pass_others[i].each([&](Xapian::docid entry) { count(counts, columns, i, entry); });
  return {std::move(verdicts.pass), all_counts(columns, counts)};
}

Filtered filter_and_count(const std::vector<Scored>& matched, const EntryFilter& filter,
                          const Columns& columns) {
  Counts counts = empty_counts(columns);
  Filtered result;
  if (!filter.active()) {  // facet by facet, so that one column at a time is looked into
    for (std::size_t i = 0; i < kFacetCount; ++i)
      for (const Scored& hit : matched) count(counts, columns, i, hit.entry);
    return {matched, all_counts(columns, counts)};
  }
  for (const Scored& hit : matched) {
    const EntryFilter::Verdict verdict = filter.verdict(hit.entry);
    if (verdict.only_fails) count(counts, columns, *verdict.only_fails, hit.entry);
    if (!verdict.passes) continue;
    for (std::size_t i = 0; i < kFacetCount; ++i) count(counts, columns, i, hit.entry);
    result.kept.push_back(hit);
  }
  result.facets = all_counts(columns, counts);
  return result;
}

}  // namespace giaidap
