#include "server/desk/desk.h"

#include <gtest/gtest.h>

#include <thread>

#include "server/desk/sqlite.h"

namespace giaidap {
namespace {

namespace fs = std::filesystem;

class DeskTest : public testing::Test {
 protected:
  DeskTest()
      : file_(fs::path(testing::TempDir()) /
              (std::string(testing::UnitTest::GetInstance()->current_test_info()->name()) + ".sqlite")) {
    remove();
  }
  ~DeskTest() override { remove(); }

  void remove() const {
    for (const char* ending : {"", "-wal", "-shm"}) fs::remove(file_.string() + ending);
  }
  [[nodiscard]] std::unique_ptr<Desk> open() const {
    auto opened = Desk::open(file_);
    EXPECT_TRUE(opened.ok()) << opened.error().message;
    return std::move(opened).value();
  }

  fs::path file_;
};

TEST_F(DeskTest, TellsWhatWasAskedAndFoundNothing) {
  const auto desk = open();
  desk->note_search("Số  Định danh", 12, true);
  desk->note_search("số định danh", 12, false);
  desk->note_search("thuế xe", 0, false);
  desk->note_search("", 5, false);
  const auto report = desk->report(10);
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(report.value().searches, 3U);
  EXPECT_EQ(report.value().found_nothing, 1U);
  EXPECT_EQ(report.value().without_answer, 1U);
  ASSERT_EQ(report.value().most_asked.size(), 2U);
  EXPECT_EQ(report.value().most_asked[0].query, "số định danh");
  EXPECT_EQ(report.value().most_asked[0].times, 2U);
  ASSERT_EQ(report.value().nothing_found.size(), 1U);
  EXPECT_EQ(report.value().nothing_found[0].query, "thuế xe");
  EXPECT_EQ(report.value().days.size(), 30U);
  EXPECT_EQ(report.value().days.back().searches, 3U);
  EXPECT_EQ(report.value().days.back().day, report.value().since);
  EXPECT_EQ(desk->report(1).value().most_asked.size(), 1U);
}

TEST_F(DeskTest, NoPrivateParticularIsKept) {
  const auto desk = open();
  desk->note_search("đổi căn cước 001099012345, gọi 0912 345 678", 0, false);
  const std::string kept = desk->report(10).value().most_asked.at(0).query;
  EXPECT_EQ(kept.find("001099012345"), std::string::npos) << kept;
  EXPECT_EQ(kept.find("0912"), std::string::npos) << kept;
}

TEST_F(DeskTest, LongQueriesAreCutBetweenCharacters) {
  const auto desk = open();
  std::string query;
  for (int i = 0; i < 2000; ++i) query += "ế";
  desk->note_search(query, 0, false);
  const std::string kept = desk->report(1).value().most_asked.at(0).query;
  EXPECT_EQ(kept.size(), 200 * std::string("ế").size() + std::string("…").size());
  EXPECT_TRUE(kept.ends_with("ế…"));
}

TEST_F(DeskTest, CountsVotes) {
  const auto desk = open();
  desk->note_vote("1/A#1", true);
  desk->note_vote("1/A#1", false);
  desk->note_vote("1/A#2", true);
  const DeskReport report = desk->report(10).value();
  EXPECT_EQ(report.votes_right, 2U);
  EXPECT_EQ(report.votes_wrong, 1U);
  ASSERT_EQ(report.voted.size(), 2U);
  EXPECT_EQ(report.voted[0].entry, "1/A#1");
  EXPECT_EQ(report.voted[0].wrong, 1U);
}

TEST_F(DeskTest, IsKeptUntilItIsOld) {
  open()->note_search("số", 1, false);
  {
    auto database = open_sqlite(file_);
    ASSERT_TRUE(database.ok());
    ASSERT_TRUE(
        run_sql(database.value().get(), "INSERT INTO searches VALUES('2001-01-01', 'cũ', 1, 0, 0)").ok());
  }
  EXPECT_EQ(open()->report(10).value().most_asked.size(), 1U);
}

TEST_F(DeskTest, ManyThreadsCountAll) {
  const auto desk = open();
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int k = 0; k < 50; ++k) desk->note_search("số " + std::to_string(k), 1, true);
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(desk->report(1).value().searches, 200U);
}

TEST(Desk, AFileThatCannotBeMadeIsNamed) {
  const auto opened = Desk::open("/nowhere/at/all/desk.sqlite");
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.error().place, "/nowhere/at/all/desk.sqlite");
}

}  // namespace
}  // namespace giaidap
