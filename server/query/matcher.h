// Finds the best entries for a plan, document after document (MaxScore): lists of postings whose terms
// together cannot lift an entry among the best are not walked through, and of the entries that the other
// lists bring only those are scored for good that may be among the best by the terms' impacts. Same scores as
// Xapian's own matcher, which tests compare it with.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "server/query/facets.h"
#include "server/query/impacts.h"
#include "server/query/scoring.h"

namespace giaidap {

inline constexpr std::size_t kAllHits = std::numeric_limits<std::size_t>::max();

class Matcher {
 public:
  // All must outlive the object; `lengths` by document id, as Xapian counts them. Throws Xapian's exceptions,
  // as all below.
  Matcher(const Xapian::Database& db, const Scoring& scoring, const std::vector<std::uint32_t>& lengths,
          Impacts& impacts);

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
    bool open = false;
    bool driver = false;
    std::shared_ptr<const Impact> impact;
    std::size_t hint = 0;  // into it
  };
  // What is known of a term in the entry at hand: its share lies between the two.
  struct Share {
    double least = 0;
    double most = 0;
    bool present = false;
  };
  static constexpr Xapian::docid kEnd = std::numeric_limits<Xapian::docid>::max();

  void bound_terms();
  void order_terms();
  void begin();
  bool seek(std::size_t term, Xapian::docid entry);
  void choose_drivers();
  void choose_seeds(std::size_t most);
  void set_drivers(const std::vector<std::size_t>& terms);
  [[nodiscard]] bool is_covered(std::size_t term) const;
  void walk(std::size_t most);
  void meet(Xapian::docid entry, std::size_t most);
  bool assess(Xapian::docid entry);
  [[nodiscard]] Share share_of(std::size_t term, Xapian::docid entry, double damping);
  void set(std::size_t term, Share share);
  [[nodiscard]] double least_score();
  double exact_score(Xapian::docid entry);
  [[nodiscard]] double damping_of(Xapian::docid entry) const;
  [[nodiscard]] bool holds(const TermGroup& group) const;
  [[nodiscard]] bool is_hit() const;
  void raise_threshold(double least, std::size_t most);
  std::vector<Scored> settle(std::size_t most);
  [[nodiscard]] double bound_of(const std::vector<double>& by_alternative) const;

  const Xapian::Database& db_;
  const Scoring& scoring_;
  const std::vector<std::uint32_t>& lengths_;
  Impacts& impacts_;
  std::function<bool(Xapian::docid)> accepts_;
  std::vector<std::vector<std::uint32_t>> alternatives_of_;  // by concept
  std::vector<List> lists_;                                  // by term, then the lists of drive_by()
  std::vector<std::string> driving_terms_;
  std::vector<std::size_t> telling_order_;   // terms, those first that can add most
  std::vector<std::size_t> dropping_order_;  // terms, longest lists first
  std::vector<std::size_t> drivers_;
  bool fixed_drivers_ = false;
  double rest_ = 0;  // the most that terms of no driver add
  // The most that any entry scores.
  std::vector<Share> most_shares_;
  std::vector<double> most_by_alternative_;
  std::vector<double> most_by_concept_;
  double most_ = 0;
  // The most that the entry at hand scores, as far as it is known.
  std::vector<Share> shares_;
  std::vector<double> by_alternative_;
  std::vector<double> by_concept_;
  double score_ = 0;

  double threshold_ = 0;              // what cannot reach it is none of the best
  double chosen_for_ = 0;             // threshold for which the drivers were chosen
  std::vector<Scored> candidates_;    // with the most that they may score
  std::vector<double> least_scores_;  // of the best candidates, a heap with the least on top
};

}  // namespace giaidap
