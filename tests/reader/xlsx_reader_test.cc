#include "indexer/reader/xlsx_reader.h"

#include <gmock/gmock.h>

#include "tests/reader/samples.h"

namespace giaidap {
namespace {

using testing::ElementsAre;

std::vector<Sheet> sheets_of(const std::string& bytes) {
  Result<std::vector<Sheet>> sheets = read_xlsx_contained(bytes);
  EXPECT_TRUE(sheets.ok()) << sheets.error().message;
  return sheets ? std::move(sheets).value() : std::vector<Sheet>{};
}

TEST(ReadXlsx, StringsNumbersAndDatesAsTheyAreShown) {
  const std::vector<Sheet> sheets = sheets_of(xlsx_of(
      "<sheetData><row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"C2\" t=\"inlineStr\"><is><t>tại "
      "chỗ</t></is></c><c r=\"D2\"><v>12.0</v></c><c r=\"E2\" s=\"1\"><v>45163</v></c><c r=\"F2\" "
      "s=\"2\"><v>45163.5</v></c>"
      "<c r=\"G2\" t=\"str\"><v>công thức</v></c><c r=\"H2\" t=\"s\"><v>99</v></c></row><row "
      "r=\"3\"/></sheetData>",
      {{"xl/sharedStrings.xml",
        "<sst><si><t>một</t></si><si><r><t>hai </t></r><r><t>phần</t></r></si></sst>"},
       {"xl/styles.xml",
        "<styleSheet><numFmts><numFmt numFmtId=\"164\" "
        "formatCode=\"[$-42A]dd/mm/yyyy\"/></numFmts><cellXfs><xf "
        "numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"}}));
  ASSERT_EQ(sheets.size(), 1U) << "hidden sheets are left out";
  EXPECT_EQ(sheets[0].name, "Hỏi đáp");
  ASSERT_EQ(sheets[0].rows.size(), 1U);
  EXPECT_EQ(sheets[0].rows[0].number, 2);
  EXPECT_THAT(sheets[0].rows[0].cells,
              ElementsAre("hai phần", "", "tại chỗ", "12", "25/08/2023", "25/08/2023", "công thức", ""));
}

TEST(ReadXlsx, SheetsThatSayTheyAreVisibleAreRead) {
  const std::vector<Sheet> sheets = sheets_of(zip_of(
      {{"xl/workbook.xml",
        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"A\" state=\"visible\" r:id=\"rId1\"/><sheet "
        "name=\"B\" "
        "state=\"veryHidden\" r:id=\"rId1\"/></sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"rId1\" Target=\"/xl/worksheets/sheet1.xml\"/></Relationships>"},
       {"xl/worksheets/sheet1.xml",
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>"}}));
  ASSERT_EQ(sheets.size(), 1U);
  EXPECT_EQ(sheets[0].name, "A");
}

TEST(ReadXlsx, CellsMergedOverRowsCountForEach) {
  const std::vector<Sheet> sheets = sheets_of(
      xlsx_of("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\" t=\"str\"><v>Bộ Tư "
              "pháp</v></c></row><row r=\"2\"><c "
              "r=\"A2\"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref=\"B1:B2\"/><mergeCell "
              "ref=\"??\"/></mergeCells>"));
  ASSERT_EQ(sheets.size(), 1U);
  ASSERT_EQ(sheets[0].rows.size(), 2U);
  EXPECT_THAT(sheets[0].rows[1].cells, ElementsAre("2", "Bộ Tư pháp"));
}

}  // namespace
}  // namespace giaidap
