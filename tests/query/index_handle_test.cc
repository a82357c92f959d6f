// How a new state of an index takes the place of the one before while it is searched.
#include "server/query/index_handle.h"

#include <gmock/gmock.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "tests/query/small_index.h"

namespace giaidap {
namespace {

using testing::asking;
using ::testing::ElementsAre;
using testing::SmallIndex;

constexpr std::chrono::seconds kLongest{20};  // that a test waits before it has failed

// Closed until opened; who has waited for long goes on.
class Gate {
 public:
  void open() {
    const std::lock_guard lock(mutex_);
    is_open_ = true;
    opened_.notify_all();
  }
  void pass() {
    std::unique_lock lock(mutex_);
    ++waiting_;
    opened_.wait_for(lock, kLongest, [this] { return is_open_; });
  }
  [[nodiscard]] int waiting() {
    const std::lock_guard lock(mutex_);
    return waiting_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable opened_;
  bool is_open_ = false;
  int waiting_ = 0;
};

class IndexHandleTest : public ::testing::Test {
 protected:
  IndexHandleTest() { index_.put("a.txt", testing::real_rows()); }

  // Every index is a large one.
  [[nodiscard]] std::shared_ptr<IndexHandle> handle(decltype(Reading::read) read = read_snapshot) const {
    return std::make_shared<IndexHandle>(
        index_.folder(), std::make_shared<ShardWatch>(read_shards(index_.folder()).value()),
        QueryTables::load("corpus/vocabulary").value(), Reading{0, std::move(read), {}});
  }
  void put_new(int number) const {
    const std::string name = std::to_string(number) + "/CV";
    index_.put("new" + std::to_string(number) + ".txt",
               {testing::dispatch(name, "2025-01-01", "công văn",
                                  {testing::qa(name + "#1", "Bộ Nội vụ", "Xin thêm biên chế", "Đã giao.")})});
  }
  // Whether it has so many entries in time.
  static bool comes_to(Searcher& searcher, std::uint64_t entries) {
    const auto end = std::chrono::steady_clock::now() + kLongest;
    while (searcher.health().value().entries != entries) {
      if (std::chrono::steady_clock::now() > end) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return true;
  }

  SmallIndex index_;
};

TEST_F(IndexHandleTest, ANewStateIsReadWhileTheOneBeforeIsSearched) {
  Gate gate;
  std::atomic<int> readings = 0;
  const auto shared = handle([&](const OpenShards& shards, const QueryTables& tables) {
    if (++readings > 1) gate.pass();
    return read_snapshot(shards, tables);
  });
  Searcher one(shared), other(shared);
  ASSERT_EQ(one.health().value().entries, 4U);
  put_new(7);
  EXPECT_EQ(one.health().value().entries, 4U) << "does not wait";
  EXPECT_EQ(other.search(asking("")).value().total, 4U);
  EXPECT_TRUE(one.search(asking("biên chế")).value().hits.empty());
  gate.open();
  EXPECT_TRUE(comes_to(one, 5));
  EXPECT_THAT(testing::names(other.search(asking("biên chế")).value()), ElementsAre("7/CV#1"))
      << "all have it at once";
  EXPECT_EQ(readings, 2) << "is read once for all";
  EXPECT_EQ(one.health().value().reopenings, 1U);
}

// A state that is two commits behind cannot be read any more.
TEST_F(IndexHandleTest, NoSearchFailsWhileOneCommitFollowsAnother) {
  const auto shared = handle();
  std::atomic<bool> stop = false;
  std::atomic<int> failed = 0;
  std::vector<std::thread> workers;
  for (int i = 0; i < 3; ++i) {
    workers.emplace_back([&] {
      Searcher searcher(shared);
      while (!stop) {
        const auto found = searcher.search(asking("thẻ BHYT cho trẻ em"));
        if (!found.ok() || found.value().hits.empty()) ++failed;
      }
    });
  }
  constexpr int kCommits = 20;
  for (int i = 0; i < kCommits; ++i) put_new(100 + i);
  Searcher searcher(shared);
  EXPECT_TRUE(comes_to(searcher, 4 + kCommits));
  stop = true;
  for (std::thread& worker : workers) worker.join();
  EXPECT_EQ(failed, 0);
}

TEST_F(IndexHandleTest, AnIndexThatIsOnlyBegunTakesNoPlace) {
  const auto shared = handle();
  Searcher searcher(shared);
  ASSERT_EQ(searcher.health().value().entries, 4U);
  std::filesystem::remove_all(index_.folder());
  { Xapian::WritableDatabase begun(index_.folder().string(), Xapian::DB_CREATE); }
  for (int i = 0; i < 20; ++i) {
    EXPECT_EQ(searcher.search(asking("thẻ BHYT cho trẻ em")).value().hits.size(), 1U);
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  std::filesystem::remove_all(index_.folder());
  put_new(7);
  EXPECT_TRUE(comes_to(searcher, 1));
}

}  // namespace
}  // namespace giaidap
