#include "server/query/find.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <tuple>
#include <utility>

#include "indexer/schema/schema.h"
#include "server/query/entry_set.h"
#include "server/query/matcher.h"
#include "server/query/scoring.h"

namespace giaidap {
namespace {

namespace filter = schema::filter;

// Entries that are looked at for the newest hits where those before were too few.
constexpr std::size_t kTimesMore = 16;

// Boolean terms of which every entry that passes has one, from the filter that leaves the fewest; none
// without a filter by facet.
std::vector<std::string> narrowest_terms(const SearchRequest& request, const Xapian::Database& db) {
  const std::array<std::pair<std::string_view, const std::vector<std::string>*>, kFacetCount> filters = {{
      {filter::kAgency, &request.agency},
      {filter::kTopic, &request.topic},
      {filter::kDispatch, &request.dispatch},
      {filter::kKind, &request.kind},
      {filter::kStatus, &request.status},
      {filter::kYear, &request.year},
  }};
  std::vector<std::string> narrowest;
  std::uint64_t fewest = UINT64_MAX;
  for (const auto& [prefix, values] : filters) {
    if (values->empty()) continue;
    std::vector<std::string> terms;
    std::uint64_t entries = 0;
    for (const std::string& value : *values) {
      terms.push_back(schema::term(prefix, value));
      entries += db.get_termfreq(terms.back());
    }
    if (entries >= fewest) continue;
    fewest = entries;
    narrowest = std::move(terms);
  }
  return narrowest;
}

EntrySet passing(const SearchRequest& request, const EntryFilter& filter, const Snapshot& snapshot,
                 const Xapian::Database& db) {
  EntrySet set(snapshot.columns.lengths.size());
  const auto add = [&](Xapian::docid entry) {
    if (filter.passes(entry)) set.add(entry);
  };
  std::vector<std::string> terms;
  if (snapshot.lists == ListsAre::Here) terms = narrowest_terms(request, db);
  for (const std::string& term : terms) std::for_each(db.postlist_begin(term), db.postlist_end(term), add);
  if (terms.empty()) snapshot.columns.all.each(add);
  return set;
}

// "about 1,300": two digits of a number that is told from a sample.
std::uint64_t rounded(double number) {
  if (number < 10) return static_cast<std::uint64_t>(std::llround(number));
  const double unit = std::pow(10, std::floor(std::log10(number)) - 1);
  return static_cast<std::uint64_t>(std::llround(number / unit) * std::llround(unit));
}

// Counts of a sample as counts of all; none less than was seen among the best.
std::vector<FacetCount> scaled(const std::vector<FacetCount>& of_sample, const std::vector<FacetCount>& seen,
                               double scale) {
  std::vector<FacetCount> counts;
  counts.reserve(of_sample.size() + seen.size());
  for (const FacetCount& one : of_sample)
    counts.push_back({one.value, rounded(static_cast<double>(one.count) * scale)});
  for (const FacetCount& one : seen) {
    const auto same = std::find_if(counts.begin(), counts.end(),
                                   [&](const FacetCount& other) { return other.value == one.value; });
    if (same == counts.end()) {
      counts.push_back(one);
    } else {
      same->count = std::max(same->count, one.count);
    }
  }
  std::sort(counts.begin(), counts.end(), [](const FacetCount& a, const FacetCount& b) {
    return std::tie(b.count, a.value) < std::tie(a.count, b.value);
  });
  return counts;
}

// Where all hits that pass were seen, they are what a facet counts, unless it is filtered by itself: then it
// counts hits that its own filter leaves out as well.
Facets told(const Facets& of_sample, const Facets& seen, double scale, const SearchRequest& request,
            bool all_seen) {
  const auto counts = [&](std::vector<FacetCount> Facets::*facet, const std::vector<std::string>& chosen) {
    return all_seen && chosen.empty() ? seen.*facet : scaled(of_sample.*facet, seen.*facet, scale);
  };
  return {counts(&Facets::agency, request.agency),     counts(&Facets::topic, request.topic),
          counts(&Facets::dispatch, request.dispatch), counts(&Facets::kind, request.kind),
          counts(&Facets::status, request.status),     counts(&Facets::year, request.year)};
}

Found counted(const std::vector<Scored>& hits, const EntryFilter& filter, const Columns& columns) {
  Filtered filtered = filter_and_count(hits, filter, columns);
  const std::uint64_t total = filtered.kept.size();
  return {std::move(filtered.kept), total, false, std::move(filtered.facets)};
}

Found estimated(std::vector<Scored> best, const Wanted& wanted, const EntryFilter& filter,
                const Scoring& scoring, const Snapshot& snapshot) {
  const Columns& columns = snapshot.sample.columns();
  std::vector<Scored> sampled;
  for (const Xapian::docid place : snapshot.sample.hits(scoring)) sampled.push_back({place, 0});
  const Filtered of_sample = filter_and_count(sampled, EntryFilter(wanted.request, columns), columns);
  const Filtered seen = filter_and_count(best, filter, snapshot.columns);
  const double scale = snapshot.sample.scale();
  const bool all_seen = best.size() < wanted.most;
  const std::uint64_t about = rounded(static_cast<double>(of_sample.kept.size()) * scale);
  const std::uint64_t total = all_seen ? best.size() : std::max<std::uint64_t>(about, best.size());
  return {std::move(best), total, !all_seen,
          told(of_sample.facets, seen.facets, scale, wanted.request, all_seen)};
}

// Equal ones in an order that does not depend on how the index is cut into shards.
std::vector<Scored> ordered(std::vector<Scored> hits, const Columns& columns) {
  std::sort(hits.begin(), hits.end(), [&](const Scored& a, const Scored& b) {
    return a.score > b.score || (a.score == b.score && columns.place(a.entry) < columns.place(b.entry));
  });
  return hits;
}

}  // namespace

Found newest_passing(const SearchRequest& request, std::size_t most, const Columns& columns) {
  FilteredSet filtered = filter_and_count(columns.all, EntryFilter(request, columns), columns);
  Found found{{}, filtered.kept.size(), false, std::move(filtered.facets)};
  for (const Xapian::docid entry : columns.newest) {
    if (found.hits.size() >= std::min<std::uint64_t>(most, found.total)) break;
    if (filtered.kept.contains(entry)) found.hits.push_back({entry, 0});
  }
  return found;
}

void newest_first(std::vector<Scored>& hits, const Columns& columns) {
  std::sort(hits.begin(), hits.end(), [&](const Scored& a, const Scored& b) {
    return columns.place(a.entry) < columns.place(b.entry);
  });
}

Found Finder::hits(const Plan& plan, const Wanted& wanted) const {
  const Scoring scoring = scoring_of(plan, TermStatistics(db_, snapshot_.frequencies.get()));
  const EntryFilter filter(wanted.request, snapshot_.columns);
  Matcher matcher(db_, scoring, *snapshot_.postings, workspace_);
  if (matcher.work() <= wanted.counted || snapshot_.sample.empty())
    return counted(ordered(matcher.best(kAllHits), snapshot_.columns), filter, snapshot_.columns);
  if (wanted.request.sort == SortOrder::Date)
    return estimated(newest(scoring, wanted, filter), wanted, filter, scoring, snapshot_);
  if (filter.active()) matcher.accept_only(passing(wanted.request, filter, snapshot_, db_));
  return estimated(ordered(matcher.best(wanted.most), snapshot_.columns), wanted, filter, scoring, snapshot_);
}

// Looks for hits among the newest entries, then among more and more of those before them, until there are
// enough.
std::vector<Scored> Finder::newest(const Scoring& scoring, const Wanted& wanted,
                                   const EntryFilter& filter) const {
  const std::vector<Xapian::docid>& entries = snapshot_.columns.newest;
  std::vector<Scored> found;
  std::size_t left = wanted.newest;
  for (auto entry = entries.begin(); entry != entries.end() && found.size() < wanted.most;) {
    EntrySet passing(snapshot_.columns.lengths.size());
    for (std::size_t passed = 0; entry != entries.end() && passed < left; ++entry) {
      if (!filter.passes(*entry)) continue;
      passing.add(*entry);
      ++passed;
    }
    Matcher matcher(db_, scoring, *snapshot_.postings, workspace_);
    matcher.accept_only(std::move(passing));
    std::vector<Scored> hits = matcher.best(kAllHits);
    newest_first(hits, snapshot_.columns);
    found.insert(found.end(), hits.begin(), hits.end());
    left *= kTimesMore;
  }
  found.resize(std::min(found.size(), wanted.most));
  return found;
}

std::vector<Scored> Finder::near(const Plan& plan, std::size_t most,
                                 const std::string& without_dispatch) const {
  const Scoring scoring = scoring_of(plan, TermStatistics(db_, snapshot_.frequencies.get()));
  Matcher matcher(db_, scoring, *snapshot_.postings, workspace_);
  if (!without_dispatch.empty()) {
    EntrySet others = snapshot_.columns.all;
    for (const Xapian::docid entry :
         all_with(db_, snapshot_.lists, schema::term(filter::kDispatch, without_dispatch)))
      others.remove(entry);
    matcher.accept_only(std::move(others));
  }
  return ordered(matcher.best(most), snapshot_.columns);
}

}  // namespace giaidap
