#include "server/query/passage_score.h"

#include <gtest/gtest.h>

namespace giaidap {
namespace {

using schema::Channel;

// "lệ phí" as two words and their pair, "đổi" or "cấp lại" as one concept.
Plan fees() {
  Plan plan;
  plan.concepts = {
      {{{{{Channel::Folded, "le", "", 0.5, 2}, {Channel::Toned, "lệ", "", 0.5, 2}}}}, 2, false, true},
      {{{{{Channel::Folded, "phi", "", 1, 4}}}}, 4, false, true},
      {{{{{Channel::FoldedPair, "le", "phi", 0.5, 8}}}}, 4, true, true},
      {{{{{Channel::Folded, "doi", "", 1, 2}}}, {{{Channel::FoldedPair, "cap", "lai", 1, 2}}}},
       2,
       false,
       true}};
  plan.word_weight = 8;
  plan.pair_weight = 4;
  return plan;
}

TEST(PassageScoreTest, CoverageIsAShareOfTheWeight) {
  struct Case {
    const char* text;
    double words;
    double pairs;
    const char* why;
  };
  const Case cases[] = {
      {"lệ phí đổi giấy phép", 1, 1, "all of it"},
      {"phí, lệ, đổi", 1, 0, "all words, but apart"},
      {"phí phí phí phí", 0.5, 0, "often is no more than once"},
      {"phí cấp lại", 0.75, 0, "another wording of a concept"},
      {"phí đổi, cấp lại", 0.75, 0, "wordings of one concept do not add up"},
      {"lê phí", 0.625, 1, "a wrong tone is half of a marked word"},
      {"", 0, 0, "nothing"},
  };
  const Plan plan = fees();
  const PassageScorer scorer(plan);
  for (const Case& c : cases) {
    const Coverage coverage = scorer.coverage(tokenize(c.text));
    EXPECT_DOUBLE_EQ(coverage.words, c.words) << c.text << ": " << c.why;
    EXPECT_DOUBLE_EQ(coverage.pairs, c.pairs) << c.text << ": " << c.why;
  }
}

TEST(PassageScoreTest, AWholeTextCoversWhatItsSentencesAndTheWordsAroundHold) {
  const Plan plan = fees();
  const PassageScorer scorer(plan);
  for (const char* text : {"Nộp lệ. Phí đổi thẻ.", "Lệ\nphí", "Cấp; lại", "Cấp lại thẻ", ""}) {
    for (const char* around : {"", "lệ phí", "đổi"}) {
      const CodedText words = coded(analyse(text));
      const std::vector<WordCode> others = codes_of(tokenize(around));
      const Coverage held = scorer.coverage(words, others);
      const Coverage matched = scorer.match(words, others).whole;
      EXPECT_DOUBLE_EQ(held.words, matched.words) << text << " | " << around;
      EXPECT_DOUBLE_EQ(held.pairs, matched.pairs) << text << " | " << around;
    }
  }
  EXPECT_DOUBLE_EQ(scorer.coverage(coded(analyse("Nộp lệ. Phí đổi thẻ.")), {}).pairs, 0);
}

TEST(PassageScoreTest, UnknownWordsLowerTheCoverage) {
  Plan plan = fees();
  plan.unknown_weight = 8;
  EXPECT_DOUBLE_EQ(PassageScorer(plan).coverage(tokenize("lệ phí đổi giấy phép")).words, 0.5);
}

TEST(PassageScoreTest, AShortExactSentenceBeatsALongOne) {
  const Plan plan = fees();
  const PassageScorer scorer(plan);
  const auto score = [&](const char* text) { return scorer.match(coded(analyse(text)), {}).best_score; };
  EXPECT_GT(score("Lệ phí đổi thẻ."), score("Lệ phí đổi thẻ thì nộp tại bộ phận một cửa của xã nơi cư trú."));
  EXPECT_GT(score("Lệ phí đổi thẻ."), score("Lệ thẻ phí đổi."));
  EXPECT_EQ(score("Không liên quan."), 0);
}

TEST(PassageScoreTest, WordsWithOtherTonesCountOnlyBesideTheirNeighbour) {
  struct Case {
    const char* text;
    const char* asked;
    const char* why;
  };
  const Plan plan = fees();
  const PassageScorer scorer(plan);
  for (const Case& c : std::initializer_list<Case>{
           {"lệ phí", "11", "as asked"},
           {"lê dài", "00", "another word"},
           {"lê phí", "11", "a wrong tone beside its neighbour"},
           {"phi công", "10", "asked for without tones"},
           {"mua, lề, bán", "000", "no neighbour over a comma"},
       }) {
    std::string asked;
    const std::vector<Token> words = tokenize(c.text);
    for (std::size_t i = 0; i < words.size(); ++i) asked += scorer.asks_for(words, i) ? '1' : '0';
    EXPECT_EQ(asked, c.asked) << c.text << ": " << c.why;
  }
}

TEST(PassageScoreTest, OffsetsAreThoseOfTheWholeText) {
  const std::string text = "Một câu. Lệ phí đổi.";
  const AnalysedText analysed = analyse(text);
  ASSERT_EQ(analysed.words.size(), 2U);
  const Token& word = analysed.words[1].front();
  EXPECT_EQ(text.substr(word.byte_begin, word.byte_end - word.byte_begin), "Lệ");
}

}  // namespace
}  // namespace giaidap
