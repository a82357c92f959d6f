#include "server/query/word_code.h"

#include <gtest/gtest.h>

#include "server/query/passage_score.h"

namespace giaidap {
namespace {

TEST(WordCodeTest, TellsWordsAndTonesApart) {
  const WordCode card = code_of("thẻ", "the", true);
  EXPECT_EQ(folded_part(card), folded_part(code_of("thể", "the", false)));
  EXPECT_NE(toned_part(card), toned_part(code_of("thể", "the", true)));
  EXPECT_EQ(toned_part(card), toned_part(code_of("thẻ", "the", false)));
  EXPECT_NE(folded_part(card), folded_part(code_of("thu", "thu", true)));
  EXPECT_TRUE(joins_previous(card));
  EXPECT_FALSE(joins_previous(code_of("thẻ", "the", false)));
}

TEST(WordCodeTest, ATextKeepsItsSentences) {
  const CodedText text = coded(analyse("Cấp thẻ. Nộp hồ sơ tại xã."));
  ASSERT_EQ(text.size(), 2U);
  EXPECT_EQ(text.sentence(0).size(), 2U);
  EXPECT_EQ(text.sentence(1).size(), 5U);
  EXPECT_EQ(toned_part(text.sentence(1)[4]), toned_part(code_of("xã", "xa", true)));
}

TEST(CodeTableTest, FindsWhatWasAddedHoweverMuchThatIs) {
  CodeTable table;
  for (std::uint64_t code = 0; code < 5000; ++code) EXPECT_EQ(table.add(code << 20U), code + 1);
  for (std::uint64_t code = 0; code < 5000; ++code) EXPECT_EQ(table.find(code << 20U), code + 1);
  EXPECT_EQ(table.add(7U << 20U), 8U) << "known already";
  EXPECT_EQ(table.find(1), 0U);
}

}  // namespace
}  // namespace giaidap
