#include "server/api/labels.h"

#include <gtest/gtest.h>

namespace giaidap {
namespace {

TEST(Labels, LongTextsAreCutBetweenWords) {
  struct Case {
    const char* text;
    std::size_t most;
    const char* shown;
    const char* why;
  };
  const Case cases[] = {
      {"số định danh", 20, "số định danh", "short enough"},
      {"số định danh", 12, "số định danh", "just short enough, counted in characters"},
      {"số định danh cá nhân", 14, "số định danh…", "at the last space"},
      {"  số \n định  ", 20, "số định", "white space is squeezed"},
      {"ĐĂNGKÝKHAISINH", 4, "ĐĂNG…", "a word without an end, cut between characters"},
      {"", 4, "", "nothing"},
  };
  for (const Case& c : cases) EXPECT_EQ(shortened(c.text, c.most), c.shown) << c.why;
}

TEST(Labels, TheTitleOfAnEntryIsTheNearestThingToAQuestion) {
  DispatchBrief dispatch;
  Entry entry;
  entry.name = "a#1";
  EXPECT_EQ(entry_title(entry, dispatch), "a#1");
  dispatch.title = "Báo cáo";
  EXPECT_EQ(entry_title(entry, dispatch), "Báo cáo");
  entry.heading = {"Phần một", "Kết quả"};
  EXPECT_EQ(entry_title(entry, dispatch), "Kết quả");
  entry.title = "Điều 5";
  EXPECT_EQ(entry_title(entry, dispatch), "Điều 5");
  entry.question = "Ai trả lời?";
  EXPECT_EQ(entry_title(entry, dispatch), "Ai trả lời?");
  entry.question = "- Việc kết nối";
  EXPECT_EQ(entry_title(entry, dispatch), "Việc kết nối") << "without the list mark";
}

TEST(Labels, DispatchesWithoutNumberSaySo) {
  const auto texts = Texts::load("web");
  ASSERT_TRUE(texts.ok());
  DispatchBrief dispatch;
  EXPECT_EQ(dispatch_label(dispatch, texts.value().front()), "văn bản không số");
  dispatch.kind = "công văn";
  dispatch.number = "1165/TCTTKĐA";
  EXPECT_EQ(dispatch_label(dispatch, texts.value().front()), "công văn 1165/TCTTKĐA");
}

}  // namespace
}  // namespace giaidap
