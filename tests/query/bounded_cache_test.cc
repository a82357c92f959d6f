#include "server/query/bounded_cache.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace giaidap {
namespace {

std::shared_ptr<const std::string> text(const char* value) {
  return std::make_shared<const std::string>(value);
}

TEST(BoundedCacheTest, WhatWasAskedForLastStaysAndEachFourthNewcomerComesIn) {
  BoundedCache<int, std::string> cache(3500);  // three of 1,000 bytes, with what the cache needs for each
  cache.keep(1, text("một"), 1000);
  cache.keep(2, text("hai"), 1000);
  ASSERT_NE(cache.find(1), nullptr);
  cache.keep(3, text("ba"), 900);
  for (int newcomer = 4; newcomer <= 7; ++newcomer) cache.keep(newcomer, text("mới"), 1000);
  EXPECT_EQ(cache.find(2), nullptr);
  for (const int turned_away : {4, 5, 6}) EXPECT_EQ(cache.find(turned_away), nullptr) << turned_away;
  for (const int kept : {1, 3, 7}) EXPECT_NE(cache.find(kept), nullptr) << kept;
}

TEST(BoundedCacheTest, TheFirstOfTwoForOneKeyStays) {
  BoundedCache<int, std::string> cache(10'000);
  cache.keep(1, text("trước"), 10);
  EXPECT_EQ(*cache.keep(1, text("sau"), 10), "trước");
  EXPECT_EQ(*cache.find(1), "trước");
}

TEST(BoundedCacheTest, WhatIsKeptIsMadeOnceAndWhatThereIsNotIsAskedForAgain) {
  using Made = BoundedCache<int, std::string>::Made;
  BoundedCache<int, std::string> cache(10'000);
  int made = 0;
  const auto make = [&]() -> Made { return {text(std::to_string(++made).c_str()), 10}; };
  for (int round = 0; round < 3; ++round) EXPECT_EQ(*cache.get(1, make), "1");
  int asked = 0;
  const auto nothing = [&]() -> Made {
    ++asked;
    return {};
  };
  for (int round = 0; round < 3; ++round) EXPECT_EQ(cache.get(2, nothing), nullptr);
  EXPECT_EQ(asked, 3);
}

TEST(BoundedCacheTest, TellsWhatIsLeftOut) {
  std::map<int, std::string> left_out;
  BoundedCache<int, std::string> cache(2400,
                                       [&](int key, const std::string& value) { left_out[key] = value; });
  cache.keep(1, text("một"), 1000);
  cache.keep(2, text("hai"), 1000);
  EXPECT_TRUE(left_out.empty());
  for (int newcomer = 3; newcomer <= 5; ++newcomer) cache.keep(newcomer, text("mới"), 1000);
  EXPECT_EQ(left_out, (std::map<int, std::string>{{3, "mới"}, {4, "mới"}, {5, "mới"}})) << "turned away";
  cache.keep(6, text("vào"), 1000);
  EXPECT_EQ(left_out[1], "một") << "dropped";
  EXPECT_FALSE(left_out.contains(6));
}

TEST(BoundedCacheTest, WhatIsLargerThanAllTheRoomIsGivenBackOnly) {
  BoundedCache<int, std::string> cache(1000);
  cache.keep(1, text("nhỏ"), 10);
  EXPECT_EQ(*cache.keep(2, text("lớn"), 2000), "lớn");
  EXPECT_EQ(cache.find(2), nullptr);
  EXPECT_NE(cache.find(1), nullptr);
}

}  // namespace
}  // namespace giaidap
