#include "server/query/find.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <tuple>
#include <utility>

#include "indexer/schema/schema.h"
#include "server/query/matcher.h"
#include "server/query/scoring.h"

namespace giaidap {
namespace {

namespace filter = schema::filter;

// The boolean terms of which every hit has one, from the filter that leaves the fewest entries.
struct Driving {
  std::vector<std::string> terms;
  std::uint64_t entries = UINT64_MAX;
};

Driving driving_terms(const SearchRequest& request, const Xapian::Database& db) {
  const std::array<std::pair<std::string_view, const std::vector<std::string>*>, kFacetCount> filters = {{
      {filter::kAgency, &request.agency},
      {filter::kTopic, &request.topic},
      {filter::kDispatch, &request.dispatch},
      {filter::kKind, &request.kind},
      {filter::kStatus, &request.status},
      {filter::kYear, &request.year},
  }};
  Driving best;
  for (const auto& [prefix, values] : filters) {
    if (values->empty()) continue;
    Driving one{{}, 0};
    for (const std::string& value : *values) {
      one.terms.push_back(schema::term(prefix, value));
      one.entries += db.get_termfreq(one.terms.back());
    }
    if (one.entries < best.entries) best = std::move(one);
  }
  return best;
}

// The rarest words of a phrase, in the body and in the context.
Driving phrase_terms(const Scoring& scoring) {
  Driving driving{{}, 0};
  const TermGroup& phrase = scoring.required.front();
  for (const auto* terms : {&phrase.body, &phrase.context}) {
    const auto rarest = std::min_element(terms->begin(), terms->end(), [&](std::size_t a, std::size_t b) {
      return scoring.terms[a].entries < scoring.terms[b].entries;
    });
    driving.terms.push_back(scoring.terms[*rarest].text);
    driving.entries += scoring.terms[*rarest].entries;
  }
  return driving;
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

Facets scaled(const Facets& of_sample, const Facets& seen, double scale) {
  return {scaled(of_sample.agency, seen.agency, scale),     scaled(of_sample.topic, seen.topic, scale),
          scaled(of_sample.dispatch, seen.dispatch, scale), scaled(of_sample.kind, seen.kind, scale),
          scaled(of_sample.status, seen.status, scale),     scaled(of_sample.year, seen.year, scale)};
}

Found counted(const std::vector<Scored>& hits, const EntryFilter& filter, const Columns& columns) {
  Filtered filtered = filter_and_count(hits, filter, columns);
  const std::uint64_t total = filtered.kept.size();
  return {std::move(filtered.kept), total, false, std::move(filtered.facets)};
}

Found estimated(std::vector<Scored> best, const Wanted& wanted, const EntryFilter& filter,
                const Scoring& scoring, const Snapshot& snapshot) {
  std::vector<Scored> sampled;
  for (const Xapian::docid entry : snapshot.sample.hits(scoring)) sampled.push_back({entry, 0});
  const Filtered of_sample = filter_and_count(sampled, filter, snapshot.columns);
  const Filtered seen = filter_and_count(best, filter, snapshot.columns);
  const double scale = snapshot.sample.scale();
  const bool all_seen = best.size() < wanted.most;
  const std::uint64_t told = rounded(static_cast<double>(of_sample.kept.size()) * scale);
  const std::uint64_t total = all_seen ? best.size() : std::max<std::uint64_t>(told, best.size());
  return {std::move(best), total, true, scaled(of_sample.facets, seen.facets, scale)};
}

}  // namespace

Found find_hits(const Xapian::Database& db, const Snapshot& snapshot, const Plan& plan,
                const Wanted& wanted) {
  const Scoring scoring = scoring_of(plan, db);
  const EntryFilter filter(wanted.request, snapshot.columns);
  Matcher matcher(db, scoring, snapshot.columns.lengths, *snapshot.impacts);
  Driving driving = scoring.required.empty() ? Driving{} : phrase_terms(scoring);
  const std::uint64_t work = std::min(matcher.work(), driving.entries);
  const bool needs_all = wanted.request.sort == SortOrder::Date;
  if (work <= wanted.counted || needs_all) {
    if (!driving.terms.empty()) matcher.drive_by(driving.terms);
    return counted(matcher.best(kAllHits), filter, snapshot.columns);
  }
  Driving filtering = driving_terms(wanted.request, db);
  if (filtering.entries < std::min(driving.entries, work / 2)) driving = std::move(filtering);
  if (!driving.terms.empty()) matcher.drive_by(driving.terms);
  if (filter.active()) matcher.accept_only([&](Xapian::docid entry) { return filter.passes(entry); });
  return estimated(matcher.best(wanted.most), wanted, filter, scoring, snapshot);
}

std::vector<Scored> find_near(const Xapian::Database& db, const Snapshot& snapshot, const Plan& plan,
                              std::size_t most, const std::string& without_dispatch) {
  const FacetColumn& dispatches = snapshot.columns.facet(Facet::Dispatch);
  const FacetColumn::ValueId left_out = dispatches.id_of(without_dispatch);
  const Scoring scoring = scoring_of(plan, db);
  Matcher matcher(db, scoring, snapshot.columns.lengths, *snapshot.impacts);
  matcher.accept_only([&](Xapian::docid entry) {
    return std::find(dispatches.begin(entry), dispatches.end(entry), left_out) == dispatches.end(entry);
  });
  return matcher.best(most);
}

}  // namespace giaidap
