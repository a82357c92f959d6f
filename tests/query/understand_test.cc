#include "server/query/understand.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/query/language.h"
#include "server/query/search.h"

namespace giaidap {
namespace {

const QueryTables& tables() {
  static const QueryTables loaded = QueryTables::load("corpus/vocabulary").value();
  return loaded;
}

// "số! dinh" for words: "!" after those typed with tones, "(…)" around those that carry no matter.
std::string words_as_text(const std::vector<QueryWord>& words) {
  std::string text;
  for (const QueryWord& word : words) {
    const std::string shown = word.toned + (word.marked ? "!" : "");
    if (!text.empty()) text += ' ';
    text += word.role == WordRole::Content ? shown : "(" + shown + ")";
  }
  return text;
}

std::string groups_as_text(const std::vector<std::vector<QueryWord>>& groups) {
  std::string text;
  for (const auto& words : groups) text += "[" + words_as_text(words) + "]";
  return text;
}

TEST(UnderstandTest, Words) {
  struct Case {
    const char* typed;
    const char* expected;
    const char* why;
  };
  const Case cases[] = {
      {"Số định danh", "số! định! danh", "an unmarked word among marked ones"},
      {"so dinh danh", "so dinh danh", "typed without tones"},
      {"khám sức khoẻ", "khám! sức! khỏe!", "one form for both places of the tone mark"},
      {"Ðề án 06", "đề! án! 6", "the Icelandic letter; no leading zero"},
      {"dạ cho em hỏi số định danh", "(dạ!) (cho) (em) (hỏi!) số! định! danh", "courtesy"},
      {"da cho em hoi so dinh danh ha", "(da) (cho) (em) (hoi) so dinh danh (ha)", "courtesy without tones"},
      {"ai trả lời", "ai trả! lời!", "nothing but question words: they are the subject"},
      {"  \n\t ", "", "nothing"},
      {"<script>alert('x')</script>", "script alert x script", "marks are punctuation"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(words_as_text(understand(c.typed, tables()).words), c.expected) << c.why;
}

TEST(UnderstandTest, PhrasesAndExclusions) {
  struct Case {
    const char* typed;
    const char* words;
    const char* phrases;
    const char* excluded;
    const char* why;
  };
  const Case cases[] = {
      {"\"trắng sóng\" Hà Giang", "trắng! sóng! hà! giang", "[trắng! sóng!]", "", "straight marks"},
      {"“trắng sóng” Hà Giang", "trắng! sóng! hà! giang", "[trắng! sóng!]", "", "curly marks"},
      {"«trắng sóng»", "trắng! sóng!", "[trắng! sóng!]", "", "angle marks"},
      {"thẻ -BHYT", "thẻ!", "", "[bhyt]", "one word"},
      {"thẻ -\"bảo hiểm\" y tế", "thẻ! y tế!", "", "[bảo! hiểm!]", "a phrase"},
      {"tự do - hạnh phúc", "tự! (do) hạnh! phúc!", "", "", "a dash between blanks is no minus"},
      {"Phú-Yên", "phú! yên!", "", "", "nor is one within a word"},
      {"-1552/BTTTT thẻ", "thẻ!", "", "[1552 btttt]", "a number goes as a whole"},
      {"mở \"ngoặc", "mở! ngoặc!", "", "", "an unclosed mark is none"},
      {"\"\" thẻ", "thẻ!", "", "", "an empty phrase is none"},
  };
  for (const Case& c : cases) {
    const UnderstoodQuery query = understand(c.typed, tables());
    EXPECT_EQ(words_as_text(query.words), c.words) << c.typed << ": " << c.why;
    EXPECT_EQ(groups_as_text(query.phrases), c.phrases) << c.typed << ": " << c.why;
    EXPECT_EQ(groups_as_text(query.excluded), c.excluded) << c.typed << ": " << c.why;
  }
}

TEST(UnderstandTest, NumbersAndAgencies) {
  const UnderstoodQuery query = understand("btttt trả lời công văn 1552/BTTTT-THH", tables());
  ASSERT_EQ(query.numbers.size(), 1U);
  EXPECT_EQ(query.numbers.front().key, "1552/BTTTT-THH");
  ASSERT_FALSE(query.agencies.empty());
  EXPECT_EQ(query.agencies.front().name, "Bộ Thông tin và Truyền thông");
  EXPECT_TRUE(understand("Đề án 06", tables()).numbers.empty());
}

TEST(UnderstandTest, IsCutAtTheLimitBetweenCharacters) {
  std::string typed;
  for (int i = 0; i < 3000; ++i) typed += "ế";
  const UnderstoodQuery query = understand(typed, tables());
  EXPECT_EQ(query.text.size(), std::string("ế").size() * kMaxQueryCharacters);
}

TEST(UnderstandTest, TellsWhetherTheLastWordMayGoOn) {
  EXPECT_TRUE(understand("số định da", tables()).may_continue);
  EXPECT_FALSE(understand("số định danh ", tables()).may_continue);
  EXPECT_FALSE(understand("số định danh?", tables()).may_continue);
  EXPECT_FALSE(understand("", tables()).may_continue);
}

TEST(LanguageTest, IsToldByTheWords) {
  struct Case {
    const char* typed;
    bool english;
    const char* why;
  };
  const Case cases[] = {
      {"who answers issues on civil-status ID numbers", true, "a plain question"},
      {"can I change my driving licence online", true, "first words may be Vietnamese syllables"},
      {"national database in Quảng Ngãi province", true, "a name with tones"},
      {"hoàn tiền đổi bằng lái", false, "with tones"},
      {"doi bang lai tren mang bi nghen hoai", false, "without tones"},
      {"can cuoc cong dan", false, "an English word that is a syllable as well"},
      {"VNeID BHYT", false, "names and abbreviations"},
      {"so the bao hiem in an", false, "English stop words that are Vietnamese syllables"},
      {"", false, "nothing"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(understand(c.typed, tables()).english, c.english) << c.typed << ": " << c.why;
}

TEST(LanguageTest, VietnameseSyllables) {
  for (const char* word :
       {"nghieng", "dinh", "quoc", "yeu", "gi", "khuyu", "oanh", "uyen", "the", "can", "thue"}) {
    EXPECT_TRUE(may_be_vietnamese_syllable(word)) << word;
  }
  for (const char* word :
       {"identity", "wants", "vbdl", "which", "file", "", "ng", "straight", "zoo", "world"}) {
    EXPECT_FALSE(may_be_vietnamese_syllable(word)) << word;
  }
}

}  // namespace
}  // namespace giaidap
