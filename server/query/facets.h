// Filters and disjunctive facet counts over matched entries.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/query/columns.h"
#include "server/query/search.h"

namespace giaidap {

struct Scored {
  Xapian::docid entry = 0;
  double score = 0;
};

// The chosen values of one facet.
class FacetFilter {
 public:
  FacetFilter(const FacetColumn& column, const std::vector<std::string>& chosen);
  [[nodiscard]] bool active() const { return active_; }
  [[nodiscard]] bool passes(Xapian::docid entry) const;
  // Those of the entries that pass; where it is active.
  [[nodiscard]] EntrySet passing(const EntrySet& entries) const;

 private:
  const FacetColumn& column_;
  bool active_;
  std::vector<bool> wanted_;
};

// All filters of a request: facets and dates. The columns must outlive it.
class EntryFilter {
 public:
  EntryFilter(const SearchRequest& request, const Columns& columns);

  [[nodiscard]] bool active() const;
  [[nodiscard]] bool passes(Xapian::docid entry) const;

  struct Verdict {
    bool passes = false;
    std::optional<std::size_t> only_fails;  // the one facet whose filter leaves it out
  };
  [[nodiscard]] Verdict verdict(Xapian::docid entry) const;

  // The same of many entries at once.
  struct Verdicts {
    EntrySet pass;
    std::vector<EntrySet> pass_others;  // by facet: all filters but that facet's own
  };
  [[nodiscard]] Verdicts verdicts(const EntrySet& entries) const;

 private:
  [[nodiscard]] bool passes_date(Xapian::docid entry) const;

  const Columns& columns_;
  std::vector<FacetFilter> facets_;
  bool by_date_;
  std::uint32_t from_;
  std::uint32_t to_;
};

struct FilteredSet {
  EntrySet kept;
  Facets facets;  // counts of a facet ignore that facet's own filter
};

// For many entries: in document order, in which columns are read fastest.
FilteredSet filter_and_count(const EntrySet& entries, const EntryFilter& filter, const Columns& columns);

struct Filtered {
  std::vector<Scored> kept;  // in the order given
  Facets facets;             // as of a FilteredSet
};

// For the hits of a query.
Filtered filter_and_count(const std::vector<Scored>& matched, const EntryFilter& filter,
                          const Columns& columns);

}  // namespace giaidap
