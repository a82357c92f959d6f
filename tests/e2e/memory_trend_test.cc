#include "tests/e2e/memory_trend.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace giaidap::e2e {
namespace {

constexpr double kMinutes = 30;

// Of a server of so many MB that grows by so many MB a minute, at even distances over half an hour. What the
// allocator keeps comes and goes by 4 MB.
std::vector<long> samples(double mb, double mb_a_minute, std::size_t count = 600) {
  std::mt19937 random(1);
  std::uniform_real_distribution<double> noise(-2, 2);
  std::vector<long> kib;
  for (std::size_t i = 0; i < count; ++i) {
    const double minute = kMinutes * static_cast<double>(i) / static_cast<double>(count);
    kib.push_back(std::lround(1024 * (mb + mb_a_minute * minute + noise(random))));
  }
  return kib;
}

TEST(MemoryTrend, NoiseIsNoGrowth) {
  EXPECT_FALSE(MemoryTrend(samples(60, 0)).grows());
  EXPECT_FALSE(MemoryTrend(samples(2000, 0)).grows());
  EXPECT_FALSE(MemoryTrend(samples(60, -1)).grows());
  EXPECT_FALSE(MemoryTrend(samples(60, 0, MemoryTrend::kLeastSamples)).grows());
}

TEST(MemoryTrend, AMegabyteAMinuteIsALeak) {
  EXPECT_TRUE(MemoryTrend(samples(30, 1)).grows());
  EXPECT_TRUE(MemoryTrend(samples(400, 1)).grows());
  EXPECT_TRUE(MemoryTrend(samples(60, 1, 40)).grows());
}

TEST(MemoryTrend, CachesMayFillFirst) {
  std::vector<long> kib = samples(200, 0);
  for (std::size_t i = 0; i < kib.size() / 2; ++i) kib[i] = kib[i] / 2;
  const MemoryTrend trend(kib);
  EXPECT_FALSE(trend.grows());
  EXPECT_NEAR(static_cast<double>(trend.third_quarter), 200 * 1024, 1024);
}

TEST(MemoryTrend, PeaksAreNoGrowth) {
  std::vector<long> kib = samples(60, 0);
  for (std::size_t i = 451; i < kib.size(); i += 3) kib[i] += 100L * 1024;  // a third of the last quarter
  EXPECT_FALSE(MemoryTrend(kib).grows());
}

TEST(MemoryTrend, WhatStaysLateIsGrowth) {
  std::vector<long> kib = samples(60, 0);
  for (std::size_t i = 500; i < kib.size(); ++i) kib[i] += 10L * 1024;
  EXPECT_TRUE(MemoryTrend(kib).grows());
}

}  // namespace
}  // namespace giaidap::e2e
