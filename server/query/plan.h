// What is searched for, between understanding and matching: a sum of concepts, each the best of its
// wordings, with weights from the index's statistics. Matching, second stage and excerpts all read it.
#pragma once

#include <string>
#include <vector>

#include "indexer/schema/schema.h"

namespace giaidap {

// A syllable or a pair of neighbouring syllables in one channel.
struct Feature {
  schema::Channel channel = schema::Channel::Folded;
  std::string first;
  std::string second;      // of a pair, else empty
  double factor = 1;       // its share, applied to its information
  double information = 0;  // inverse document frequency
};

// One wording of a concept: "TTHC", or "thủ", "tục", "hành", "chính" and the pairs between them.
struct Alternative {
  std::vector<Feature> features;
};

// One thing asked for. Scores as its best alternative.
struct Concept {
  std::vector<Alternative> alternatives;
  double weight = 0;   // of a full match in an entry of average length
  bool pair = false;   // only the neighbourhood of two words, which are concepts of their own
  bool marked = true;  // its words are marked in excerpts
};

// An entry that cites or bears a number, or belongs to an agency: a fixed gain.
struct Boost {
  std::vector<std::string> terms;  // any of these boolean terms
  double weight = 0;
  bool finds = false;  // brings entries in by itself; else only ranks those found by words
};

struct Plan {
  std::vector<Concept> concepts;
  std::vector<Boost> boosts;
  std::vector<std::vector<Feature>> required;  // groups: every feature of each group must be there
  std::vector<std::vector<Feature>> excluded;  // groups: not all features of any group
  double word_weight = 0;                      // sum over the concepts that are no pairs
  double pair_weight = 0;                      // sum over those that are
  double unknown_weight = 0;                   // information of words that the index does not hold
  double unknown_pair_weight = 0;              // of neighbours that the index never has side by side
  double rarest_information = 0;               // of what no entry holds: a unit for scores
};

// The term of a feature in a field of the index.
std::string term_of(const Feature& feature, schema::Field field);

}  // namespace giaidap
