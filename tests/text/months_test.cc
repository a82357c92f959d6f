#include "indexer/text/months.h"

#include <gmock/gmock.h>

#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> months(const char* text) { return find_months(normalize_text(text)); }

TEST(Months, InAllSpellings) {
  EXPECT_THAT(months("Báo cáo tháng 3/2024, so với tháng 10 năm 2023"), ElementsAre("2024-03", "2023-10"));
  EXPECT_THAT(months("T10/2024 bn địa phương đã cấp phiếu LLTP"), ElementsAre("2024-10"));
  EXPECT_THAT(months("how many cards by January 2024"), ElementsAre("2024-01"));
  EXPECT_THAT(months("tinh den 15/01/2024"), ElementsAre("2024-01")) << "of a whole date";
}

TEST(Months, NotOfOtherNumbers) {
  EXPECT_THAT(months("Trong năm 2023, có 12 địa phương"), IsEmpty());
  EXPECT_THAT(months("theo Thông tư số 04/2020/TT-BTP"), IsEmpty()) << "a document's number";
  EXPECT_THAT(months("còn mấy năm 2024 có máy 2024"), IsEmpty()) << "máy is no May";
  EXPECT_THAT(months("13/2024 hồ sơ"), IsEmpty());
  EXPECT_THAT(months("Quyết định 10. 2024 hồ sơ đã nộp"), IsEmpty()) << "a clause ends between";
}

TEST(Months, Follow) {
  EXPECT_EQ(month_after("2024-09"), "2024-10");
  EXPECT_EQ(month_after("2023-12"), "2024-01");
}

}  // namespace
}  // namespace giaidap
