#include "indexer/text/dates.h"

#include <gtest/gtest.h>

#include <vector>

namespace giaidap {
namespace {

struct Case {
  std::string_view input;
  std::optional<std::string> expected;
  std::string_view why;
};

TEST(FindDate, ReadsWhatDispatchesWrite) {
  const std::vector<Case> cases = {
      {"Hà Nội, ngày 25 tháng 8 năm 2023", "2023-08-25", "head of a dispatch"},
      {"Quảng Ngãi, ngày 15 tháng 06 năm 2022", "2022-06-15", "leading zero"},
      {"NGÀY 03 THÁNG 4 NĂM 2024", "2024-04-03", "capitals"},
      {"ngay 3 thang 4 nam 2024", "2024-04-03", "without tones"},
      {"23 tháng 4 năm 2018 của Chính phủ", "2018-04-23", "without ngày"},
      {"(Công văn số 306 ngày 10/01/2024)", "2024-01-10", "slashes"},
      {"25-08-2023", "2023-08-25", "hyphens"},
      {"25.8.2023", "2023-08-25", "dots"},
      {"ngày 25 / 8 / 2023", "2023-08-25", "blanks around the signs"},
      {"ngày 03 tháng 4\nnăm 2024", "2024-04-03", "broken over a line"},
      {"Nghị định số 87/2020/NĐ-CP ngày 28/7/2020", "2020-07-28", "a document number is no date"},
      {"trong tháng 10/2023, ngày 08/8/2023", "2023-08-08", "a month alone is no date"},
      {"ngày 29/2/2024", "2024-02-29", "leap year"},
  };
  for (const auto& [input, expected, why] : cases)
    EXPECT_EQ(find_date(input), expected) << input << ": " << why;
}

TEST(FindDate, StaysSilentWhereThereIsNone) {
  const std::vector<Case> cases = {
      {"", std::nullopt, "empty"},
      {"ngày   tháng   năm 2024", std::nullopt, "left blank"},
      {"ngày      tháng 11 năm 2024, sau 01/7/2024", std::nullopt,
       "left blank; another date is no substitute"},
      {"ngày ... tháng ... năm 2024", std::nullopt, "left blank with dots"},
      {"31/2/2023", std::nullopt, "no such day"},
      {"ngày 29 tháng 2 năm 2023", std::nullopt, "no leap year"},
      {"00/01/2023", std::nullopt, "day zero"},
      {"25/8-2023", std::nullopt, "two signs"},
      {"25/8/23", std::nullopt, "year of two digits"},
      {"trong tháng 8 năm 2023", std::nullopt, "month without a day"},
      {"trùng họ tên, ngày tháng năm sinh", std::nullopt, "words only"},
      {"13/28 TTHC, 24,3/25 triệu", std::nullopt, "fractions"},
      {"99999999999999999999/1/2023", std::nullopt, "a number too long"},
  };
  for (const auto& [input, expected, why] : cases)
    EXPECT_EQ(find_date(input), expected) << input << ": " << why;
}

TEST(FindDate, TheNumberOfAProgrammeIsNoDay) {
  EXPECT_EQ(find_date("Đề án 06 tháng 10 năm 2024 còn bao nhiêu nhiệm vụ"), std::nullopt);
  EXPECT_EQ(find_date("đề án 06, ngày 06 tháng 10 năm 2024"), "2024-10-06");
}

TEST(FindDates, AllInOrder) {
  EXPECT_EQ(find_dates("từ ngày 25 tháng 8 năm 2023 đến 01/7/2024, trừ 31/2/2023"),
            (std::vector<std::string>{"2023-08-25", "2024-07-01"}));
  EXPECT_TRUE(find_dates("ngày ... tháng ... năm 2024").empty());
}

}  // namespace
}  // namespace giaidap
