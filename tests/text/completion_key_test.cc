#include "indexer/text/completion_key.h"

#include <gtest/gtest.h>

namespace giaidap {
namespace {

TEST(CompletionKey, IsTheWordsWithoutTonesCaseAndPunctuation) {
  struct Case {
    const char* text;
    const char* expected;
    const char* why;
  };
  const Case cases[] = {
      {"Cấp số định danh: 02 trường hợp", "cap so dinh danh 2 truong hop ", "tones, case, a colon, a zero"},
      {"- Đề nghị Bộ Tư pháp.", "de nghi bo tu phap ", "list mark, đ, full stop"},
      {"HOÀ  lí", "hoa ly ", "one form of each syllable"},
      {"1552/BTTTT-THH", "1552 btttt thh ", "signs part words"},
      {"...", "", "no words"},
  };
  for (const Case& c : cases) EXPECT_EQ(completion_key(c.text), c.expected) << c.why;
}

TEST(CompletionKey, IsCutAtACharactersEnd) {
  EXPECT_EQ(cut_key("cap so ", 6), "cap so");
  EXPECT_EQ(cut_key("cap", 6), "cap");
  EXPECT_EQ(cut_key("日本語", 5), "日");
  EXPECT_EQ(cut_key("日本語", 0), "");
}

}  // namespace
}  // namespace giaidap
