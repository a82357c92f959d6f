// Words of a query as features with the index's statistics.
#pragma once

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "server/query/plan.h"
#include "server/query/statistics.h"
#include "server/query/understand.h"

namespace giaidap {

// The same for words as typed and for wordings of the vocabulary. Keeps a reference to the statistics.
class FeatureMaker {
 public:
  explicit FeatureMaker(const TermStatistics& statistics) : statistics_(statistics) {}

  // A word's two channels; a marked word shares its score between them.
  [[nodiscard]] Alternative word(const QueryWord& word, double factor) const;
  // The neighbourhood of two words alone.
  [[nodiscard]] Alternative pair(const QueryWord& first, const QueryWord& second, double factor) const;
  // All words and pairs of a run.
  [[nodiscard]] Alternative phrase(const std::vector<QueryWord>& words) const;
  // The index has the word with some tones.
  [[nodiscard]] bool known(const QueryWord& word) const;

 private:
  void add(Alternative& alternative, Feature feature) const;

  const TermStatistics& statistics_;
};

// What an alternative scores where all its features are there.
double full_weight(const Alternative& alternative);
void scale(Alternative& alternative, double factor);

}  // namespace giaidap
