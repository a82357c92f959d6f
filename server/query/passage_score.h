// How well a stretch of text answers a plan, by the query's own weights. Used for the second stage of
// ranking, for excerpts, and to tell how much of a query an entry covers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/text/tokens.h"
#include "server/query/plan.h"

namespace giaidap {

// A text cut into sentences, each with its words.
struct AnalysedText {
  std::vector<ByteRange> sentences;
  std::vector<std::vector<Token>> words;  // by sentence; byte offsets in the whole text
};
AnalysedText analyse(std::string_view text);

// Shares of the plan's weight that a text holds, 0 to 1, however often.
struct Coverage {
  double words = 0;
  double pairs = 0;
  double missing_word = 0;  // of the weightiest word or phrase that it lacks
};

class PassageScorer {
 public:
  explicit PassageScorer(const Plan& plan);

  // BM25 of one sentence.
  [[nodiscard]] double score(const std::vector<Token>& words) const;
  // Of the best sentence; 0 for a text without any.
  [[nodiscard]] double best_score(const AnalysedText& text) const;
  [[nodiscard]] Coverage coverage(const std::vector<Token>& words) const;
  // True where the word at `i` is one that was asked for: with the tones asked for, with any where none were,
  // or with other ones beside a neighbour that was asked for with it.
  [[nodiscard]] bool asks_for(const std::vector<Token>& words, std::size_t i) const;

 private:
  // Where a feature of the plan counts.
  struct Use {
    std::size_t wanted;       // concept
    std::size_t alternative;  // of that concept
    double weight;
    bool marked;  // in excerpts
    bool loose;   // a toneless word asked for with any tones
  };
  using Uses = std::unordered_map<std::string, std::vector<Use>>;
  // How often each feature was met; by address of its uses.
  using Met = std::unordered_map<const std::vector<Use>*, double>;

  [[nodiscard]] const std::vector<Use>& uses(schema::Channel channel, std::string_view first,
                                             std::string_view second = "") const;
  void meet(Met& met, const std::vector<Token>& words) const;
  template <typename Gain>
  [[nodiscard]] std::vector<double> concept_scores(const Met& met, Gain gain) const;

  const Plan& plan_;
  Uses uses_;
};

}  // namespace giaidap
