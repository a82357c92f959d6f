#include "server/query/warm_up.h"

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>
#include <thread>

#include "tests/query/small_index.h"

namespace giaidap {
namespace {

using namespace std::chrono_literals;

class WarmUpTest : public ::testing::Test {
 protected:
  WarmUpTest() {
    index_.put("a.txt", testing::real_rows());
    shards_ = std::make_shared<ShardWatch>(read_shards(index_.folder()).value());
  }

  [[nodiscard]] std::shared_ptr<const Snapshot> snapshot() const {
    OpenShards shards(shards_);
    EXPECT_TRUE(shards.refresh().ok());
    return read_snapshot(shards, tables_);
  }
  static bool is_read(const Snapshot& snapshot, const std::string& term) {
    return snapshot.postings->kept(term) != nullptr;
  }
  // Whether it is so in time.
  static bool comes_to_be_read(const Snapshot& snapshot, const std::string& term) {
    const auto end = std::chrono::steady_clock::now() + 20s;
    while (!is_read(snapshot, term)) {
      if (std::chrono::steady_clock::now() > end) return false;
      std::this_thread::sleep_for(2ms);
    }
    return true;
  }

  testing::SmallIndex index_;
  QueryTables tables_ = QueryTables::load("corpus/vocabulary").value();
  std::shared_ptr<ShardWatch> shards_;
};

TEST_F(WarmUpTest, ReadsTheListsOfCommonTermsAndOfNoOthers) {
  const auto served = snapshot();
  WarmUp warm_up(shards_, {2, 0ms});
  warm_up.begin(served);
  const Xapian::Database db(index_.folder().string());
  for (const char* prefix : {"T", "F", "P", "G"}) {
    for (auto term = db.allterms_begin(prefix); term != db.allterms_end(prefix); ++term) {
      if (term.get_termfreq() < 2) continue;
      EXPECT_TRUE(comes_to_be_read(*served, *term)) << *term;
    }
  }
  for (auto term = db.allterms_begin("T"); term != db.allterms_end("T"); ++term)
    EXPECT_EQ(is_read(*served, *term), term.get_termfreq() >= 2) << *term;
}

TEST_F(WarmUpTest, AStateThatTakesAnothersPlaceMustLastFirst) {
  const auto first = snapshot();
  const auto second = snapshot();
  WarmUp warm_up(shards_, {1, 1h});
  warm_up.begin(first);
  EXPECT_TRUE(comes_to_be_read(*first, "Tthẻ"));
  warm_up.begin(second);
  std::this_thread::sleep_for(30ms);
  EXPECT_FALSE(is_read(*second, "Tthẻ"));
}

TEST_F(WarmUpTest, OfASmallIndexNothingIsRead) {
  const auto served = snapshot();
  WarmUp warm_up(shards_, {1000, 0ms});
  warm_up.begin(served);
  std::this_thread::sleep_for(30ms);
  EXPECT_FALSE(is_read(*served, "Tthẻ"));
}

// The index has gone on since the snapshot was made: its lists would be those of another state.
TEST_F(WarmUpTest, ListsOfAnotherStateAreNotRead) {
  const auto served = snapshot();
  index_.put("b.txt", {testing::dispatch("9/CV", "2025-01-01", "công văn",
                                         {testing::qa("9/CV#1", "Bộ Y tế", "Thẻ nào?", "Thẻ BHYT.")})});
  const auto next = snapshot();
  WarmUp warm_up(shards_, {1, 0ms});
  warm_up.begin(served);
  warm_up.begin(next);
  EXPECT_TRUE(comes_to_be_read(*next, "Tthẻ"));
  EXPECT_FALSE(is_read(*served, "Tthẻ"));
}

}  // namespace
}  // namespace giaidap
