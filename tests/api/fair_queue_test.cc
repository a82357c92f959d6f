#include "server/api/fair_queue.h"

#include <gtest/gtest.h>

#include <thread>

namespace giaidap {
namespace {

TEST(FairQueueTest, ClientsHaveTurns) {
  FairQueue<int> queue;
  for (const int much : {1, 2, 3}) queue.put("greedy", much);
  queue.put("modest", 10);
  queue.put("other", 20);
  queue.close();
  std::vector<int> order;
  while (const auto next = queue.take()) order.push_back(*next);
  EXPECT_EQ(order, (std::vector<int>{1, 10, 20, 2, 3}));
}

TEST(FairQueueTest, WaitsForWork) {
  FairQueue<int> queue;
  std::thread late([&] { queue.put("a", 7); });
  EXPECT_EQ(queue.take(), 7);
  late.join();
  queue.close();
  EXPECT_EQ(queue.take(), std::nullopt);
}

}  // namespace
}  // namespace giaidap
