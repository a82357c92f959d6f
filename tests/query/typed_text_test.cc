#include "server/query/typed_text.h"

#include <gmock/gmock.h>

namespace giaidap {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> keys(std::string_view text) {
  static const Result<Abbreviations> kTable = Abbreviations::load("corpus/vocabulary");
  std::vector<std::string> all;
  for (const TypedText& reading : readings_of(text, kTable.value())) all.push_back(reading.key());
  return all;
}

TEST(TypedTextTest, AllReadings) {
  struct Case {
    const char* typed;
    std::vector<std::string> expected;
    const char* why;
  };
  const std::vector<Case> cases = {
      {"Số định da", {"so dinh da"}, "as typed, without tones and case"},
      {"lý ", {"ly "}, "a blank finishes the word"},
      {"TTHC li",
       {"tthc ly", "thu tuc hanh chinh ly", "tthc li", "thu tuc hanh chinh li"},
       "written out; \"li\" is a spelling of \"ly\" or unfinished"},
      {"thủ tục hành chính l", {"thu tuc hanh chinh l", "tthc l"}, "abbreviated"},
      {"02 tre", {"2 tre"}, "numbers as the index has them"},
      {"02", {"2", "02"}, "unfinished, it may stay what it is"},
      {"TT 01", {"tt 1", "tt 01"}, "an abbreviation of several things is left alone"},
      {"\"khai sinh\" -", {"khai sinh ", "ks "}, "signs do not count, but end the word"},
  };
  for (const Case& c : cases) EXPECT_EQ(keys(c.typed), c.expected) << c.typed << ": " << c.why;
}

TEST(TypedTextTest, NothingToComplete) {
  EXPECT_THAT(keys(""), IsEmpty());
  EXPECT_THAT(keys(" .,!"), IsEmpty());
  std::string sentence;
  for (int i = 0; i < 25; ++i) sentence += "a ";
  EXPECT_THAT(keys(sentence), IsEmpty()) << "who typed that much does not wait for completions";
}

TEST(TypedTextTest, FindsItsWordsInATextOneAfterTheOther) {
  const std::vector<Token> text = tokenize("Cấp số định danh: số định dạng");
  EXPECT_EQ((TypedText{{"so", "dinh", "dang"}, true}.find_in(text)), 4U);
  EXPECT_EQ((TypedText{{"so", "dinh", "da"}, true}.find_in(text)), 1U) << "the beginning of a word";
  EXPECT_EQ((TypedText{{"so", "dinh", "da"}, false}.find_in(text)), std::nullopt) << "a whole word";
  EXPECT_EQ((TypedText{{"s", "dinh"}, true}.find_in(text)), std::nullopt) << "only the last is unfinished";
  EXPECT_EQ((TypedText{{"danh"}, true}.find_in({})), std::nullopt);
}

}  // namespace
}  // namespace giaidap
