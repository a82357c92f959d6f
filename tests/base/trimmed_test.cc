#include "indexer/base/trimmed.h"

#include <gtest/gtest.h>

namespace giaidap {
namespace {

TEST(Trimmed, TakesBlanksFromBothEnds) {
  EXPECT_EQ(trimmed(" \t số định danh \r\n"), "số định danh");
  EXPECT_EQ(trimmed("số\n định  danh"), "số\n định  danh") << "those within stay";
  EXPECT_EQ(trimmed("x"), "x");
}

TEST(Trimmed, OfBlanksNothingIsLeft) {
  EXPECT_EQ(trimmed(" \r\n\t "), "");
  EXPECT_EQ(trimmed(""), "");
}

TEST(Trimmed, OfOtherBlanks) {
  EXPECT_EQ(trimmed("  x\n ", " "), "x\n");
  EXPECT_EQ(trimmed("\n", " "), "\n");
}

TEST(Trimmed, IsAViewIntoTheText) {
  constexpr std::string_view kText = " x ";
  EXPECT_EQ(trimmed(kText).data(), kText.data() + 1);
}

}  // namespace
}  // namespace giaidap
