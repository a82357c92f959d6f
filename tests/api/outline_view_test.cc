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
      items_.emplace_back(item);
      entries_.push_back(entry);
    }
  }
  // The page of these entries; `known`: of how many the items are known.
  DispatchPage page(std::size_t begin, std::size_t end, std::size_t per_page, std::size_t known = 6) {
    known_.assign(items_.begin(), items_.begin() + static_cast<std::ptrdiff_t>(known));
    shown_.assign(entries_.begin() + static_cast<std::ptrdiff_t>(begin),
                  entries_.begin() + static_cast<std::ptrdiff_t>(end));
    return {dispatch_, known_, shown_, begin, per_page};
  }
  static Texts texts() { return Texts::load("web").value().front(); }

  Dispatch dispatch_;
  std::vector<std::string> items_, known_;
  std::vector<Entry> entries_, shown_;
};

TEST_F(OutlineViewTest, AnEntryStandsUnderTheNearestHeading) {
  struct Case {
    const char* item;
    const char* path;
  };
  const Case cases[] = {{"I.1/2", "I.1"}, {"I.1.a/2", "I.1"}, {"I.7", "I"}, {"II.3", "II"}, {"IIX.3", ""},
                        {"0/1", ""},      {"II/1", "II"},     {"II", "II"}, {"", ""}};
  for (const Case& c : cases) {
    const OutlineItem* heading = Headings(dispatch_.outline).of(c.item);
    EXPECT_EQ(heading == nullptr ? "" : heading->path, c.path) << c.item;
  }
}

TEST_F(OutlineViewTest, HeadingsLeadToTheirFirstEntryOnItsPage) {
  const auto rows = outline_rows(page(0, 4, 4));
  EXPECT_EQ(rows[0]["url"], "#muc-I.1") << "the first entry under I stands under I.1";
  EXPECT_EQ(rows[0]["anchor"], "") << "I has a group of its own further down";
  EXPECT_EQ(rows[1]["url"], "#muc-I.1");
  EXPECT_EQ(rows[2]["url"], "/van-ban/1%2FA?page=2#muc-II");
  EXPECT_EQ(rows[2]["anchor"], "muc-II") << "its address leads at least to the outline";
  EXPECT_EQ(rows[3]["url"], "");
}

TEST_F(OutlineViewTest, OfEntriesThatAreNotKnownThePageShowsItsOwn) {
  const auto before = outline_rows(page(0, 2, 2, 2));
  EXPECT_EQ(before[1]["url"], "#muc-I.1");
  EXPECT_EQ(before[2]["url"], "") << "II begins behind those that are known";
  EXPECT_EQ(before[2]["anchor"], "muc-II");
  const auto there = outline_rows(page(4, 6, 2, 2));
  EXPECT_EQ(there[1]["url"], "/van-ban/1%2FA?page=1#muc-I.1");
  EXPECT_EQ(there[2]["url"], "#muc-II");
  EXPECT_EQ(there[2]["anchor"], "") << "its group is on the page";
}

TEST_F(OutlineViewTest, ALongDispatchHasItsOutlineInTime) {
  dispatch_.outline.clear();
  items_.clear();
  for (int i = 1; i <= 3000; ++i) {
    const std::string path = "I." + std::to_string(i);
    dispatch_.outline.push_back({path, "Đề mục"});
    for (int j = 1; j <= 3; ++j) items_.push_back(path + '/' + std::to_string(j));
  }
  const auto rows = outline_rows(page(0, 6, 6, items_.size()));
  ASSERT_EQ(rows.size(), 3000U);
  EXPECT_EQ(rows[2999]["url"], "/van-ban/1%2FA?page=1500#muc-I.3000");
}

TEST_F(OutlineViewTest, EntriesAreGroupedInTheirOrder) {
  const auto groups = entry_groups(page(0, 6, 50), texts());
  ASSERT_EQ(groups.size(), 4U);
  EXPECT_EQ(groups[0]["heading"], "");
  EXPECT_EQ(groups[1]["anchor"], "muc-I.1");
  EXPECT_EQ(groups[1]["entries"].size(), 2U);
  EXPECT_EQ(groups[2]["heading"], "Chung");
  EXPECT_EQ(groups[3]["entries"][1]["item"], "II.2");
}

}  // namespace
}  // namespace giaidap
