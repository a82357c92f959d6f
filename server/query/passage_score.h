// How well a stretch of text answers a plan, by the query's own weights. Used for the second stage of
// ranking, for excerpts, and to tell how much of a query an entry covers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/text/tokens.h"
#include "server/query/plan.h"
#include "server/query/word_code.h"

namespace giaidap {

// A text cut into sentences, each with its words.
struct AnalysedText {
  std::vector<ByteRange> sentences;
  std::vector<std::vector<Token>> words;  // by sentence; byte offsets in the whole text
};
AnalysedText analyse(std::string_view text);
// Of these sentences of the text alone.
AnalysedText analyse(std::string_view text, std::span<const ByteRange> chosen);

// Shares of the plan's weight that a text holds, 0 to 1, however often.
struct Coverage {
  double words = 0;
  double pairs = 0;
  double missing_word = 0;  // of the weightiest word or phrase that it lacks
};

// A text against a plan.
struct TextMatch {
  double best_score = 0;          // of a sentence; 0 of a text without any
  std::size_t best_sentence = 0;  // the first of equals
  double most_words = 0;          // shares that one sentence holds
  double most_pairs = 0;
  Coverage whole;  // of all sentences together with the words around the text
};

class PassageScorer {
 public:
  explicit PassageScorer(const Plan& plan);

  [[nodiscard]] TextMatch match(const CodedText& text, std::span<const WordCode> around) const;
  // BM25 of one sentence.
  [[nodiscard]] double score(std::span<const WordCode> words) const;
  [[nodiscard]] double score(const std::vector<Token>& words) const { return score(codes_of(words)); }
  [[nodiscard]] Coverage coverage(std::span<const WordCode> words) const;
  // Of a text with the words around it.
  [[nodiscard]] Coverage coverage(const CodedText& text, std::span<const WordCode> around) const;
  [[nodiscard]] Coverage coverage(const std::vector<Token>& words) const { return coverage(codes_of(words)); }
  // True where the word at `i` is one that was asked for: with the tones asked for, with any where none were,
  // or with other ones beside a neighbour that was asked for with it.
  [[nodiscard]] bool asks_for(const std::vector<Token>& words, std::size_t i) const;

 private:
  using WordId = CodeTable::Id;

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
  // How often each feature was met; and room for sums, used again from text to text.
  struct Meeting {
    std::vector<std::uint32_t> times;
    std::vector<std::size_t> met;  // features, each once
    std::vector<double> by_alternative;
    void clear();
  };
  struct ToldWord {
    WordId toned = 0;
    WordId folded = 0;
  };

  void add(const Feature& feature, Use use, bool marked, bool loose);
  ToldWord add_word(schema::Channel channel, const std::string& word);
  [[nodiscard]] ToldWord told(WordCode code) const;
  [[nodiscard]] const Known* known(schema::Channel channel, WordId first, WordId second = 0) const;
  [[nodiscard]] Meeting meeting() const;
  void meet(Meeting& meeting, std::span<const WordCode> words) const;
  [[nodiscard]] double score(Meeting& meeting, std::size_t words) const;
  [[nodiscard]] Coverage coverage(Meeting& meeting) const;
  template <typename Gain, typename Visit>
  void each_concept(Meeting& meeting, Gain gain, Visit visit) const;

  const Plan& plan_;
  CodeTable folded_words_;  // all that the plan's features name
  CodeTable toned_words_;
  std::vector<Known> features_;
  CodeTable places_;                            // in features_, from 1, by channel and words
  std::vector<std::size_t> first_alternative_;  // by concept, and the end
};

}  // namespace giaidap
