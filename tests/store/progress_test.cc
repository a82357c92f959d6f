#include "indexer/progress.h"

#include <gtest/gtest.h>

namespace giaidap {
namespace {

using std::chrono::seconds;

TEST(Progress, TellsTimesInWords) {
  EXPECT_EQ(in_time(seconds{0}), "0 s");
  EXPECT_EQ(in_time(seconds{59}), "59 s");
  EXPECT_EQ(in_time(seconds{60}), "1 min");
  EXPECT_EQ(in_time(seconds{3599}), "59 min");
  EXPECT_EQ(in_time(seconds{7500}), "2 h 5 min");
}

}  // namespace
}  // namespace giaidap
