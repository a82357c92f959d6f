#include "indexer/dispatch/lines.h"

#include <gtest/gtest.h>

namespace giaidap {
namespace {

TEST(IsUpperCase, EveryLetterIsACapital) {
  EXPECT_TRUE(is_upper_case("KT. TỔ TRƯỞNG"));
  EXPECT_TRUE(is_upper_case("PHỤ LỤC 2"));
  EXPECT_FALSE(is_upper_case("Sổ")) << "a small letter with marks is small";
  EXPECT_FALSE(is_upper_case("TỔ TRƯỞNG và"));
  EXPECT_FALSE(is_upper_case("2024")) << "no letter at all";
  EXPECT_FALSE(is_upper_case(""));
}

TEST(IsPersonName, TwoToSevenCapitalisedWords) {
  EXPECT_TRUE(is_person_name("Trần Khắc Quang"));
  EXPECT_TRUE(is_person_name("Hồ Thị Nguyên Thảo"));
  EXPECT_FALSE(is_person_name("Trưởng"));
  EXPECT_FALSE(is_person_name("Như trên"));
  EXPECT_FALSE(is_person_name("TRƯỞNG CÔNG AN THỊ XÃ"));
  EXPECT_FALSE(is_person_name("Điều 1 Quyết Định"));
}

TEST(IsNumberLine, TheNumberLineOfALetterhead) {
  EXPECT_TRUE(is_number_line("Số: 1165 /TCTTKĐA"));
  EXPECT_TRUE(is_number_line("Số:          /VPCP-KSTT"));
  EXPECT_FALSE(is_number_line("Số lượng hồ sơ 25/30"));
  EXPECT_FALSE(is_number_line("Số: mười"));
}

TEST(IsMotto, BothLinesInAnySpelling) {
  EXPECT_TRUE(is_motto("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
  EXPECT_TRUE(is_motto("Độc lập - Tự do - Hạnh phúc"));
  EXPECT_FALSE(is_motto("VĂN PHÒNG CHÍNH PHỦ"));
}

}  // namespace
}  // namespace giaidap
