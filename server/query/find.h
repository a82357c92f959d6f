// Plan and filters → the hits to rank, how many there are, and facet counts; within bounded work, however
// large the index.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "server/query/facets.h"
#include "server/query/index_handle.h"
#include "server/query/matcher.h"
#include "server/query/plan.h"

namespace giaidap {

inline constexpr std::uint64_t kMostCounted = 10'000;  // some milliseconds

struct Found {
  std::vector<Scored> hits;  // all of them, best first; or as many as were asked for
  std::uint64_t total = 0;
  // total and facets are told from a sample. Else facets with a filter of their own may still be.
  bool is_estimate = false;
  Facets facets;
};

void newest_first(std::vector<Scored>& hits, const Columns& columns);

// Where nothing is asked for: the newest `most` entries that pass the filters, and how many do.
Found newest_passing(const SearchRequest& request, std::size_t most, const Columns& columns);

// What is asked of Finder::hits().
struct Wanted {
  const SearchRequest& request;
  std::size_t most;                      // hits that are looked at, however many there are
  std::uint64_t counted = kMostCounted;  // postings up to which all hits are
  std::size_t newest = 4096;             // entries that are looked at first for the newest hits
};

// All must outlive it. Functions throw Xapian's exceptions.
class Finder {
 public:
  Finder(const Xapian::Database& db, const Snapshot& snapshot, Workspace& workspace)
      : db_(db), snapshot_(snapshot), workspace_(workspace) {}

  // Looks at every hit where that is little work; else finds the best ones, or by SortOrder::Date the newest
  // ones, for sure and estimates the rest.
  [[nodiscard]] Found hits(const Plan& plan, const Wanted& wanted) const;

  // The best `most` hits outside of a dispatch, best first; outside of none where its id is empty.
  [[nodiscard]] std::vector<Scored> near(const Plan& plan, std::size_t most,
                                         const std::string& without_dispatch) const;

 private:
  // The newest `most` hits that pass, newest first.
  [[nodiscard]] std::vector<Scored> newest(const Scoring& scoring, const Wanted& wanted,
                                           const EntryFilter& filter) const;

  const Xapian::Database& db_;
  const Snapshot& snapshot_;
  Workspace& workspace_;
};

}  // namespace giaidap
