#include "server/api/sheet.h"

#include <gmock/gmock.h>

namespace giaidap {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

ExportSheet sheet(std::vector<std::vector<std::string>> rows) {
  return {.title = "Danh sách: [tất cả] các mục rất dài tên không vừa",
          .columns = {"Hỏi", "Đáp"},
          .rows = std::move(rows)};
}

TEST(Csv, IsUtf8ThatExcelKnows) {
  EXPECT_EQ(as_csv(sheet({{"số \"định\" danh", "a\nb, c"}})),
            "\xEF\xBB\xBF\"Hỏi\",\"Đáp\"\r\n\"số \"\"định\"\" danh\",\"a\nb, c\"\r\n");
}

TEST(Csv, NoCellIsAFormula) {
  for (const char* cell : {"=1+1", "+84", "- Việc kết nối", "@SUM(A1)", "\t=1", "\r=1", "＝1"}) {
    EXPECT_THAT(as_csv(sheet({{cell, ""}})), HasSubstr(std::string("\"'") + cell)) << cell;
  }
  EXPECT_THAT(as_csv(sheet({{"1-1", ""}})), HasSubstr("\"1-1\""));
}

TEST(Xlsx, IsAWorkbook) {
  const auto workbook = as_xlsx(sheet({{"=1+1", std::string(100'000, 'x')}, {"số định danh", ""}}));
  ASSERT_TRUE(workbook.ok()) << workbook.error().message;
  EXPECT_THAT(workbook.value(), StartsWith("PK"));
  EXPECT_TRUE(as_xlsx(sheet({})).ok()) << "a list without rows";
}

}  // namespace
}  // namespace giaidap
