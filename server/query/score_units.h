// A scoring cut into units whose scores add up to an entry's: a word of concepts that have but this wording,
// or a concept of several wordings as a whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

#include <xapian.h>

#include "server/query/concept_keys.h"
#include "server/query/gain_list.h"
#include "server/query/posting_lists.h"
#include "server/query/scoring.h"
#include "server/query/term_postings.h"
#include "server/query/workspace.h"

namespace giaidap {

struct ListedTerm {
  TermPostings* list = nullptr;
  double weight = 0;
  bool fixed = false;  // scores its whole weight however often it stands there

  // What it adds to an entry's score.
  [[nodiscard]] double gain(std::uint32_t occurrences, double damping) const {
    return weight * (fixed ? 1 : Bm25::share(occurrences, damping));
  }
  [[nodiscard]] double most() const { return weight * (fixed ? 1 : list->most_share()); }
  // visit(entry, gain) for all entries that hold the term; `damping` by document id. Reads the list.
  template <typename Visit>
  void each_gain(const std::vector<float>& damping, Visit visit) const {
    const auto most = static_cast<float>(weight);
    list->read().each([&](Xapian::docid entry, std::uint32_t occurrences) {
      const auto times = static_cast<float>(occurrences);
      visit(entry, fixed ? most : most * times / (times + damping[entry]));
    });
  }
};

struct ScoreUnit {
  std::vector<std::vector<ListedTerm>> wordings;  // the best counts, all its terms summed up
  bool finds = false;                             // an entry that it scores is a hit
  std::uint64_t postings = 0;
  double most = 0;  // that it can add to a score
  // The same by its rarer terms alone, where that is something; nullptr otherwise.
  const ScoreUnit* rough = nullptr;
  double missing = 0;  // of a rough one: how much more the whole can add
  // What it scores, as shares of the largest score that its weights allow; nullptr where that is not known.
  std::shared_ptr<const GainList> gains = nullptr;
  double largest = 0;

  [[nodiscard]] bool single() const { return wordings.size() == 1 && wordings.front().size() == 1; }
};

class ScoreUnits {
 public:
  // Reads the lists of rare terms; those of others when they are wanted, and all of a concept when its gain
  // list is made. `scoring` must outlive it. Throws Xapian's exceptions.
  ScoreUnits(const Scoring& scoring, const Xapian::Database& db, PostingLists& lists, Workspace& workspace);

  [[nodiscard]] const std::deque<ScoreUnit>& all() const { return units_; }
  // Of a term of the scoring.
  [[nodiscard]] TermPostings& list(std::size_t term) const { return *lists_[term]; }

 private:
  void add_words(const Scoring& scoring, const std::vector<std::size_t>& wordings_of);
  void add_concepts(const Scoring& scoring, const std::vector<std::size_t>& wordings_of, PostingLists& lists,
                    Workspace& workspace);
  static void find_gains(ScoreUnit& whole, const ConceptKey& key, PostingLists& lists, Workspace& workspace);
  void add_roughs(ScoreUnit& whole);

  std::vector<std::shared_ptr<TermPostings>> lists_;  // by term; one for terms whose lists are alike
  std::deque<ScoreUnit> units_;
  std::deque<ScoreUnit> roughs_;
  std::size_t documents_;
};

}  // namespace giaidap
