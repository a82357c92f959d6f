// Scores of all entries at once, to which lists of postings are added up one after the other; as floats, for
// those that may be among the best to be told from the rest.
#pragma once

#include <cstddef>
#include <vector>

#include <xapian.h>

#include "server/query/entry_set.h"
#include "server/query/score_units.h"
#include "server/query/workspace.h"

namespace giaidap {

// An entry that may be among the best.
struct Candidate {
  Xapian::docid entry = 0;
  float score = 0;  // of what is added up so far
};

class ScoreSums {
 public:
  // All 0. `damping` by document id; both must outlive the object.
  ScoreSums(Workspace& workspace, const std::vector<float>& damping);

  // By document ids.
  [[nodiscard]] std::size_t size() const { return damping_.size(); }

  // Adds what the unit scores, times a sign, to the entries that are accepted: all where that is nullptr.
  // Throws Xapian's exceptions, with no score half added.
  void add(const ScoreUnit& unit, float sign, const EntrySet* accepted);

  // Those that some unit found and that have at least so much, in document order.
  [[nodiscard]] std::vector<Candidate> candidates(double least) const;
  // Those that have most; fewer where so many were not found.
  [[nodiscard]] std::vector<Candidate> highest(std::size_t most) const;

 private:
  template <typename Accepts>
  void add_word(const ListedTerm& term, float sign, Accepts accepts);
  template <typename Accepts>
  void add_concept(const ScoreUnit& unit, float sign, Accepts accepts);
  template <typename Accepts>
  void add_list(const ScoreUnit& unit, float sign, Accepts accepts);

  Workspace& workspace_;
  const std::vector<float>& damping_;
};

}  // namespace giaidap
