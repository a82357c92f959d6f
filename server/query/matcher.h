// Finds the best entries for a scoring: scores are added up list after list, rarest first, until no entry
// that is in none of these can be among the best; then only those are scored for good that still may be. Same
// scores as Xapian's own matcher, which tests compare it with.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include <xapian.h>

#include "server/query/entry_set.h"
#include "server/query/facets.h"
#include "server/query/posting_lists.h"
#include "server/query/score_sums.h"
#include "server/query/score_units.h"
#include "server/query/scoring.h"

namespace giaidap {

inline constexpr std::size_t kAllHits = std::numeric_limits<std::size_t>::max();

class Matcher {
 public:
  // All must outlive the object. Throws Xapian's exceptions.
  Matcher(const Xapian::Database& db, const Scoring& scoring, PostingLists& lists, Workspace& workspace);

  // Only these entries are hits.
  void accept_only(EntrySet accepted);

  // Postings that are looked at to find all hits.
  [[nodiscard]] std::uint64_t work() const;

  // The best `most` hits, best first, equal ones in document order.
  std::vector<Scored> best(std::size_t most);

 private:
  // What is added up at once.
  struct Step {
    const ScoreUnit* unit;
    const ScoreUnit* instead_of;  // what was added up of it before; may be nullptr
    double lowers;                // how much less all the others can add then
  };
  // What is not added up of a unit.
  struct Left {
    const ScoreUnit* unit;
    const ScoreUnit* taken;  // what is; may be nullptr
    double most;
    double most_a_cost;
  };

  [[nodiscard]] EntrySet holding(const TermGroup& group) const;
  void add_holding_all(const std::vector<std::size_t>& terms, EntrySet& set) const;
  void plan_steps();
  void add_steps(const ScoreUnit& unit, double most);
  void add_up(std::size_t most);
  void take(const Step& step);
  [[nodiscard]] const ScoreUnit* taken_of(const ScoreUnit& unit) const;
  void raise_threshold(std::size_t most, bool thorough);
  void drop_behind(std::vector<Candidate>& candidates) const;
  [[nodiscard]] std::vector<Left> left() const;
  void look_up(std::vector<Candidate>& candidates, std::size_t most);
  void look_up(const Left& left, std::vector<Candidate>& candidates) const;
  void look_up(const ScoreUnit& unit, double sign, std::vector<Candidate>& candidates) const;
  void look_up(const ListedTerm& term, double sign, std::vector<Candidate>& candidates) const;
  std::vector<Scored> settle(std::vector<Candidate> candidates, std::size_t most);
  void score(std::vector<Candidate>::iterator begin, std::vector<Candidate>::iterator end,
             std::vector<Scored>& scored);

  const Scoring& scoring_;
  const PostingLists& lists_;
  ScoreSums sums_;
  ScoreUnits units_;
  std::optional<EntrySet> accepted_;
  std::vector<Step> steps_;  // by postings, those with few first
  std::size_t taken_ = 0;    // of steps_
  double rest_ = 0;          // the most that is not added up
  double slack_ = 0;         // for sums of floats, and of scores in steps
  double threshold_ = 0;     // what cannot reach it is none of the best
};

}  // namespace giaidap
