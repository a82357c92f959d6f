#include "server/api/pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace giaidap {
namespace {

TEST(PoolTest, LendsEachThingToOneAtATime) {
  struct Thing {
    int users = 0;
    int uses = 0;
  };
  constexpr int kThreads = 8;
  constexpr int kUses = 500;
  std::atomic<int> shared_uses = 0;
  std::atomic<int> total = 0;
  Pool<Thing> pool(std::vector<Thing>(3));
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&] {
      for (int use = 0; use < kUses; ++use) {
        const auto thing = pool.borrow();
        if (++thing->users != 1) ++shared_uses;
        ++thing->uses;
        ++total;
        --thing->users;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(shared_uses, 0);
  EXPECT_EQ(total, kThreads * kUses);
}

TEST(PoolTest, WhatComesBackIsLentAgain) {
  Pool<int> pool({41});
  { ++*pool.borrow(); }
  EXPECT_EQ(*pool.borrow(), 42);
}

}  // namespace
}  // namespace giaidap
