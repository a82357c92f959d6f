#include "server/query/term_memo.h"

#include <gtest/gtest.h>

#include <string>

namespace giaidap {
namespace {

TEST(TermMemoTest, TellsWhatItWasToldLast) {
  TermMemo<std::uint32_t> memo(64);
  EXPECT_EQ(memo.find("Fcan"), std::nullopt);
  memo.keep("Fcan", 7);
  memo.keep("Fcuoc", 0);
  memo.keep("Fcan", 8);
  EXPECT_EQ(memo.find("Fcan"), 8U);
  EXPECT_EQ(memo.find("Fcuoc"), 0U);
  EXPECT_EQ(memo.find("Fcu"), std::nullopt);
}

TEST(TermMemoTest, NewcomersTakeThePlacesOfThoseThatCameFirst) {
  TermMemo<std::uint32_t> memo(4);  // one row, that all terms share
  for (std::uint32_t i = 0; i < 6; ++i) memo.keep(std::to_string(i), i);
  for (std::uint32_t i = 0; i < 2; ++i) EXPECT_EQ(memo.find(std::to_string(i)), std::nullopt) << i;
  for (std::uint32_t i = 2; i < 6; ++i) EXPECT_EQ(memo.find(std::to_string(i)), i);
}

TEST(TermMemoTest, WhatIsToldAnewTakesNoPlaceOfAnother) {
  TermMemo<std::uint32_t> memo(4);
  for (std::uint32_t i = 0; i < 4; ++i) memo.keep(std::to_string(i), i);
  memo.keep("1", 11);
  EXPECT_EQ(memo.find("1"), 11U);
  for (const std::uint32_t i : {0U, 2U, 3U}) EXPECT_EQ(memo.find(std::to_string(i)), i);
  memo.keep("4", 4);  // now that of "0" is the oldest
  EXPECT_EQ(memo.find("0"), std::nullopt);
  EXPECT_EQ(memo.find("1"), 11U);
}

TEST(TermMemoTest, KnowsNearlyAllThatFillAnEighthOfItsPlaces) {
  TermMemo<std::uint64_t> memo(1U << 14U);
  std::uint64_t known = 0;
  for (std::uint64_t i = 0; i < 2048; ++i) memo.keep("term" + std::to_string(i), i);
  for (std::uint64_t i = 0; i < 2048; ++i) {
    const auto found = memo.find("term" + std::to_string(i));
    if (found) {
      EXPECT_EQ(*found, i);
      ++known;
    }
  }
  EXPECT_GT(known, 2040U);
}

TEST(TermMemoTest, HasPlacesByTheSizeOfAnIndex) {
  EXPECT_EQ(memo_places(0, 32, 1U << 19U), 1U << 10U);
  EXPECT_EQ(memo_places(2'030, 32, 1U << 19U), 1U << 16U);
  EXPECT_EQ(memo_places(1'000'000, 32, 1U << 19U), 1U << 19U);
}

}  // namespace
}  // namespace giaidap
