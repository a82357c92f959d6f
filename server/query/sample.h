// A random sample of an index's entries, held in memory with their terms. Where a query has too many hits to
// look at each of them, their number and facets are told from their share of the sample.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "server/query/columns.h"
#include "server/query/scoring.h"

namespace giaidap {

// Immutable after loading; shared by all threads.
class Sample {
 public:
  static constexpr std::size_t kEntries = 2048;  // a facet value of 1 % of the hits is told within a quarter

  // Of at most kEntries of all entries; the same ones for the same index. Throws Xapian's exceptions.
  static Sample read(const Xapian::Database& db, const Columns& columns);

  // The places of those that are hits, in document order.
  [[nodiscard]] std::vector<Xapian::docid> hits(const Scoring& scoring) const;
  // Facets and dates by place.
  [[nodiscard]] const Columns& columns() const { return columns_; }

  // Entries of the index that one of the sample stands for.
  [[nodiscard]] bool empty() const { return lengths_.empty(); }
  [[nodiscard]] double scale() const { return scale_; }

 private:
  struct Posting {
    std::uint16_t place;
    std::uint16_t occurrences;
  };
  struct Postings {
    const Posting* begin = nullptr;
    const Posting* end = nullptr;
  };
  [[nodiscard]] Postings postings(const std::string& term) const;
  [[nodiscard]] std::vector<float> scores(const Scoring& scoring) const;
  [[nodiscard]] std::vector<bool> holding(const TermGroup& group, const Scoring& scoring) const;

  Columns columns_;              // an entry's place stands for its document id
  std::vector<double> lengths_;  // by place
  double scale_ = 0;
  // By hash of the term, where its postings begin; sorted.
  std::vector<std::pair<std::uint64_t, std::uint32_t>> terms_;
  std::vector<Posting> postings_;
};

}  // namespace giaidap
