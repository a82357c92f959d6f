// A plan as the terms of an index that score and decide it, laid out flat for matching. BM25 as
// Xapian::BM25Weight has it (k2 = 0, each term asked for once).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "server/query/plan.h"
#include "server/query/statistics.h"

namespace giaidap {

// k1, b and the least length of an entry in average lengths; chosen by measurement on judged queries.
struct Bm25 {
  static constexpr double kK1 = 1.2;
  static constexpr double kB = 0.6;
  static constexpr double kLeastNormalLength = 0.5;

  // What damps the terms of an entry: the longer, the more.
  static double damping(double length, double average);
  // The part of its weight that a term scores.
  static double share(double occurrences, double damping) { return occurrences / (occurrences + damping); }
};

// Alternatives of all concepts are numbered through; a concept scores as its best alternative.
struct TermUse {
  std::uint32_t alternative = 0;
  double weight = 0;  // k1 + 1 times information times factors: never reached
};

struct ScoredTerm {
  std::string text;
  Xapian::doccount entries = 0;  // that hold it
  bool finds = false;            // may make a hit by itself
  bool fixed = false;            // scores its whole weight however often it stands there
  std::vector<TermUse> uses;
};

// All of its terms in the body, or all in the context.
struct TermGroup {
  std::vector<std::size_t> body;
  std::vector<std::size_t> context;
};

struct Scoring {
  std::vector<ScoredTerm> terms;
  std::vector<std::uint32_t> concept_of;  // by alternative
  std::size_t concepts = 0;
  std::vector<TermGroup> required;
  std::vector<TermGroup> excluded;
  double least = 0;  // score of a hit
  double average_length = 1;
};

// Without terms where the plan finds nothing. Throws Xapian's exceptions.
Scoring scoring_of(const Plan& plan, const TermStatistics& statistics);

}  // namespace giaidap
