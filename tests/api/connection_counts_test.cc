#include "server/api/connection_counts.h"

#include <gtest/gtest.h>

namespace giaidap {
namespace {

TEST(ConnectionCountsTest, OnlyClientsWithConnectionsAreRemembered) {
  ConnectionCounts counts;
  counts.add("a");
  counts.add("a");
  counts.add("b");
  EXPECT_EQ(counts.of("a"), 2U);
  EXPECT_EQ(counts.of("c"), 0U) << "asked for and turned away";
  counts.remove("a");
  counts.remove("b");
  EXPECT_EQ(counts.of("a"), 1U);
  EXPECT_EQ(counts.of("b"), 0U);
  EXPECT_EQ(counts.clients(), 1U);
}

}  // namespace
}  // namespace giaidap
