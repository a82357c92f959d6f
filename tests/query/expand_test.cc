#include "server/query/expand.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace giaidap {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::Not;

const QueryTables& tables() {
  static const QueryTables loaded = QueryTables::load("corpus/vocabulary").value();
  return loaded;
}

ExpandedQuery expanded(const char* typed) { return expand(understand(typed, tables()), tables(), {}); }

std::string text_of(const Wording& wording) {
  std::string text;
  for (const QueryWord& word : wording.words) text += (text.empty() ? "" : " ") + word.toned;
  return text;
}

// All wordings of the segment whose first wording is `first`.
std::vector<std::string> wordings_of(const ExpandedQuery& query, const std::string& first) {
  std::vector<std::string> texts;
  for (const Segment& segment : query.segments) {
    if (text_of(segment.wordings.front()) != first) continue;
    for (const Wording& wording : segment.wordings) texts.push_back(text_of(wording));
  }
  return texts;
}

TEST(ExpandTest, AbbreviationsBothWays) {
  EXPECT_THAT(wordings_of(expanded("hồ sơ TTHC"), "tthc"), Contains("thủ tục hành chính"));
  EXPECT_THAT(wordings_of(expanded("ho so tthc"), "tthc"), Contains("thủ tục hành chính"));
  EXPECT_THAT(wordings_of(expanded("hồ sơ thủ tục hành chính"), "thủ tục hành chính"), Contains("tthc"));
}

TEST(ExpandTest, AnAbbreviationWeighsAsItsLongForm) {
  const ExpandedQuery query = expanded("TTHC");
  ASSERT_EQ(query.segments.size(), 1U);
  EXPECT_EQ(query.segments.front().model, 1U);
}

TEST(ExpandTest, AgenciesByTheirNames) {
  EXPECT_THAT(wordings_of(expanded("bộ tt&tt hướng dẫn"), "bộ tt tt"),
              Contains("bộ thông tin và truyền thông"));
}

TEST(ExpandTest, EnglishBecomesVietnamese) {
  const ExpandedQuery query = expanded("how to get a driving licence");
  std::vector<std::string> all;
  for (const Segment& segment : query.segments) {
    for (const Wording& wording : segment.wordings) all.push_back(text_of(wording));
  }
  EXPECT_THAT(all, Contains("giấy phép lái xe"));
  EXPECT_THAT(all, Not(Contains("driving licence"))) << "what is translated is not searched for as typed";
  ASSERT_FALSE(query.expansions.empty());
  EXPECT_EQ(query.expansions.front().why, "translation");
}

TEST(ExpandTest, NamesInEnglishStay) {
  const ExpandedQuery query = expanded("identity card in VNeID");
  const auto name = std::find_if(query.segments.begin(), query.segments.end(), [](const Segment& segment) {
    return text_of(segment.wordings.front()) == "vneid";
  });
  ASSERT_NE(name, query.segments.end());
  EXPECT_EQ(name->factor, 1);
}

TEST(ExpandTest, WordsOfANumberAreNoAbbreviations) {
  for (const Segment& segment : expanded("công văn 1552/BTTTT-THH").segments) {
    if (text_of(segment.wordings.front()) != "btttt") continue;
    EXPECT_EQ(segment.wordings.size(), 1U);
  }
}

TEST(ExpandTest, CourtesyIsDroppedQuestionWordsWeighLittle) {
  const ExpandedQuery query = expanded("dạ cho em hỏi lệ phí bao nhiêu");
  for (const Segment& segment : query.segments) {
    const std::string text = text_of(segment.wordings.front());
    EXPECT_NE(text, "dạ");
    EXPECT_NE(text, "hỏi");
    if (text != "nhiêu") continue;
    EXPECT_LT(segment.factor, 1);
  }
}

TEST(ExpandTest, EachExpansionIsToldOnce) {
  const ExpandedQuery query = expanded("TTHC và TTHC");
  std::vector<std::string> told;
  for (const Expansion& expansion : query.expansions) told.push_back(expansion.from + " " + expansion.why);
  EXPECT_THAT(told, Contains("TTHC abbreviation").Times(1));
}

}  // namespace
}  // namespace giaidap
