#include "server/api/outline_view.h"

#include <gtest/gtest.h>

namespace giaidap {
namespace {

class OutlineViewTest : public testing::Test {
 protected:
  OutlineViewTest() {
    dispatch_.id = "1/A";
    dispatch_.outline = {{"I", "Chung"}, {"I.1", "Kết quả"}, {"II", "Nhiệm vụ"}, {"III", "Không có mục"}};
    for (const char* item : {"0/1", "I.1/1", "I.1/2", "I.2", "II.1", "II.2"}) {
      Entry entry;
      entry.name = std::string("1/A#") + item;
      entry.item = item;
      entry.question = item;
      entries_.push_back(entry);
    }
  }
  static Texts texts() { return Texts::load("web").value().front(); }

  Dispatch dispatch_;
  std::vector<Entry> entries_;
};

TEST_F(OutlineViewTest, AnEntryStandsUnderTheNearestHeading) {
  struct Case {
    const char* item;
    const char* path;
  };
  const Case cases[] = {{"I.1/2", "I.1"}, {"I.1.a/2", "I.1"}, {"I.7", "I"},
                        {"II.3", "II"},   {"IIX.3", ""},      {"0/1", ""}};
  for (const Case& c : cases) {
    const OutlineItem* heading = heading_of(dispatch_.outline, c.item);
    EXPECT_EQ(heading == nullptr ? "" : heading->path, c.path) << c.item;
  }
}

TEST_F(OutlineViewTest, HeadingsLeadToTheirFirstEntryOnItsPage) {
  const auto rows = outline_rows({dispatch_, entries_, 0, 4, 4});
  EXPECT_EQ(rows[0]["url"], "#muc-I.1") << "the first entry under I stands under I.1";
  EXPECT_EQ(rows[0]["anchor"], "") << "I has a group of its own further down";
  EXPECT_EQ(rows[1]["url"], "#muc-I.1");
  EXPECT_EQ(rows[2]["url"], "/van-ban/1%2FA?page=2#muc-II");
  EXPECT_EQ(rows[2]["anchor"], "muc-II") << "its address leads at least to the outline";
  EXPECT_EQ(rows[3]["url"], "");
}

TEST_F(OutlineViewTest, EntriesAreGroupedInTheirOrder) {
  const auto groups = entry_groups({dispatch_, entries_, 0, 6, 50}, texts());
  ASSERT_EQ(groups.size(), 4U);
  EXPECT_EQ(groups[0]["heading"], "");
  EXPECT_EQ(groups[1]["anchor"], "muc-I.1");
  EXPECT_EQ(groups[1]["entries"].size(), 2U);
  EXPECT_EQ(groups[2]["heading"], "Chung");
  EXPECT_EQ(groups[3]["entries"][1]["item"], "II.2");
}

}  // namespace
}  // namespace giaidap
