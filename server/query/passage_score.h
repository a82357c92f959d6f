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
#include "server/query/word_table.h"

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
  // Of all sentences together with the words around the text.
  [[nodiscard]] Coverage coverage(const AnalysedText& text, const std::vector<Token>& around) const;
  // True where the word at `i` is one that was asked for: with the tones asked for, with any where none were,
  // or with other ones beside a neighbour that was asked for with it.
  [[nodiscard]] bool asks_for(const std::vector<Token>& words, std::size_t i) const;

 private:
  using WordId = WordTable::Id;

  // Where a feature of the plan counts.
  struct Use {
    std::size_t alternative;  // numbered through all concepts
    double weight;
  };
  struct Known {
    std::vector<Use> uses;
    bool marked = false;  // in excerpts
    bool loose = false;   // a toneless word asked for with any tones
  };
  using Times = std::vector<std::uint32_t>;  // by feature: how often it was met

  void add(const Feature& feature, Use use, bool marked, bool loose);
  [[nodiscard]] const Known* known(schema::Channel channel, WordId first, WordId second = 0) const;
  [[nodiscard]] WordId toned_id(const Token& word, WordId folded) const;
  // False where nothing was met.
  bool meet(Times& times, const std::vector<Token>& words) const;
  [[nodiscard]] Coverage coverage(const Times& times) const;
  template <typename Gain>
  [[nodiscard]] std::vector<double> concept_scores(const Times& times, Gain gain) const;

  const Plan& plan_;
  WordTable words_;  // all that the plan's features name
  std::vector<Known> features_;
  std::unordered_map<std::uint64_t, std::size_t> places_;  // in features_, by channel and words
  std::vector<std::size_t> first_alternative_;             // by concept, and the end
};

}  // namespace giaidap
