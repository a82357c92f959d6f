// Finds the best entries for a plan, document after document (MaxScore): lists of postings whose terms
// together cannot lift an entry among the best are not walked through, only asked about the entries that the
// other lists bring. Same scores as Xapian's own matcher with build_query().
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include <xapian.h>

#include "server/query/facets.h"
#include "server/query/scoring.h"
#include "server/query/term_bounds.h"

namespace giaidap {

inline constexpr std::size_t kAllHits = std::numeric_limits<std::size_t>::max();

class Matcher {
 public:
  // All must outlive the object; `lengths` by document id, as Xapian counts them. Throws Xapian's exceptions,
  // as all below.
  Matcher(const Xapian::Database& db, const Scoring& scoring, const std::vector<std::uint32_t>& lengths,
          TermBounds& bounds);

  // Only entries for which this is true are hits.
  void accept_only(std::function<bool(Xapian::docid)> accepts) { accepts_ = std::move(accepts); }
  // Every hit has one of these boolean terms; worth telling where they are rare.
  void drive_by(const std::vector<std::string>& terms);

  // Postings that are walked through to find all hits.
  [[nodiscard]] std::uint64_t work();

  // The best `most` hits, best first, equal ones in document order.
  std::vector<Scored> best(std::size_t most);

 private:
  // A list of postings and where it stands.
  struct List {
    Xapian::PostingIterator at;
    Xapian::docid current = 0;  // 0: not begun; kEnd: walked through
    double most_share = 0;      // of its weight that its term can score
    double most = 0;            // that it can add to a score
    double share = 0;           // that it scores in the entry at hand
    bool open = false;
    bool driver = false;
    bool known = false;    // of the entry at hand
    bool present = false;  // in it, where known
  };
  static constexpr Xapian::docid kEnd = std::numeric_limits<Xapian::docid>::max();

  void order_terms();
  void bound_terms();
  void begin();
  bool seek(std::size_t term, Xapian::docid entry);
  void step(std::size_t term);
  void choose_drivers();
  void choose_seeds(std::size_t most);
  void set_drivers(const std::vector<std::size_t>& terms);
  bool is_covered(std::size_t term) const;
  void walk(std::size_t most);
  void meet(Xapian::docid entry, std::size_t most);
  bool resolve_all(Xapian::docid entry);
  void resolve(std::size_t term, bool present, double damping);
  [[nodiscard]] bool implied_absent(std::size_t term) const;
  double exact_score();
  [[nodiscard]] bool holds(const TermGroup& group) const;
  [[nodiscard]] bool decided_for() const;
  void keep(Scored hit, std::size_t most);
  double bound_of(const std::vector<double>& by_alternative) const;

  const Xapian::Database& db_;
  const Scoring& scoring_;
  const std::vector<std::uint32_t>& lengths_;
  TermBounds& bounds_;
  std::function<bool(Xapian::docid)> accepts_;
  std::vector<std::vector<std::uint32_t>> alternatives_of_;  // by concept
  std::vector<List> lists_;                                  // by term, then the lists of drive_by()
  std::vector<std::string> driving_terms_;
  std::vector<std::size_t> resolving_order_;  // most telling first
  std::vector<std::size_t> dropping_order_;   // longest first
  std::vector<std::size_t> drivers_;
  bool fixed_drivers_ = false;
  double rest_ = 0;  // the most that terms of no driver add
  std::vector<double> most_by_alternative_;
  std::vector<double> most_by_concept_;
  double most_ = 0;
  std::vector<double> by_alternative_;  // of the entry at hand: what it scores, or may yet
  std::vector<double> by_concept_;
  double score_ = 0;
  double threshold_ = 0;  // score of the next hit that is kept
  double chosen_for_ = 0;
  std::vector<Scored> kept_;  // a heap, the worst on top
};

}  // namespace giaidap
