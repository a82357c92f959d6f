// Tables without ruled lines, on pages made by hand.
#include "indexer/reader/open_tables.h"

#include <gmock/gmock.h>

#include "tests/reader/pdf_words.h"

namespace giaidap {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The paragraphs of all cells, row by row.
std::vector<std::vector<std::string>> texts_of(const PdfTable& table) {
  std::vector<std::vector<std::string>> rows;
  for (const std::vector<GridCell>& row : table.rows) {
    rows.emplace_back();
    for (const GridCell& cell : row) {
      std::string text;
      for (const std::string& paragraph : cell.text) text += (text.empty() ? "" : "/") + paragraph;
      rows.back().push_back(text);
    }
  }
  return rows;
}

// Heading over two lines, two rows of several lines.
std::vector<PdfWord> page() {
  std::vector<PdfWord> words;
  put(words, 50, 80, "Cac vuong mac va tra loi cua cac bo nganh nhu sau day va xin gui");
  put(words, 50, 110, "TT");
  put(words, 110, 110, "Noi dung");
  put(words, 250, 104, "Co quan");
  put(words, 250, 116, "tra loi");
  put(words, 350, 110, "Noi dung tra loi");
  put(words, 52, 140, "1");
  put(words, 80, 140, "He thong tra ho so ve");
  put(words, 80, 153, "khi nhap so.");
  put(words, 250, 140, "Bo Tu phap");
  put(words, 350, 140, "Da nang cap phan mem,");
  put(words, 350, 153, "de nghi nhap lai.");
  put(words, 52, 175, "2");
  put(words, 80, 175, "Chua co kinh phi.");
  put(words, 250, 175, "Bo Cong an");
  put(words, 350, 175, "Dia phuong bao dam.");
  return words;
}

TEST(OpenTables, ColumnsAreToldByWhatStaysFreeBetweenThem) {
  std::vector<PdfWord> words = page();
  put(words, 50, 200, "Noi nhan: cac don vi");
  const std::vector<PdfLine> lines = lines_of(words);
  const std::optional<OpenTable> table = find_open_table(lines, 0);
  ASSERT_TRUE(table);
  EXPECT_EQ(table->begin, 1U);
  EXPECT_EQ(table->end, lines.size() - 1) << "what begins at the left without a number is text";
  EXPECT_THAT(texts_of(table->table),
              ElementsAre(ElementsAre("TT", "Noi dung", "Co quan tra loi", "Noi dung tra loi"),
                          ElementsAre("1", "He thong tra ho so ve khi nhap so.", "Bo Tu phap",
                                      "Da nang cap phan mem, de nghi nhap lai."),
                          ElementsAre("2", "Chua co kinh phi.", "Bo Cong an", "Dia phuong bao dam.")));
}

TEST(OpenTables, ACellAboveTwoMakesAHeadingOfTwoRows) {
  std::vector<PdfWord> words;
  put(words, 50, 100, "TT");
  put(words, 110, 100, "Noi dung");
  put(words, 300, 100, "Ket qua giai quyet");
  put(words, 250, 115, "Co quan");
  put(words, 380, 115, "Tra loi");
  put(words, 52, 140, "1");
  put(words, 80, 140, "Chua co kinh phi.");
  put(words, 250, 140, "Bo Tai chinh");
  put(words, 360, 140, "Dia phuong bao dam.");
  const std::optional<OpenTable> table = find_open_table(lines_of(words), 0);
  ASSERT_TRUE(table);
  EXPECT_THAT(
      texts_of(table->table),
      ElementsAre(ElementsAre("TT", "Noi dung", "Ket qua giai quyet"), ElementsAre("Co quan", "Tra loi"),
                  ElementsAre("1", "Chua co kinh phi.", "Bo Tai chinh", "Dia phuong bao dam.")));
  EXPECT_EQ(table->table.rows[0][2].columns, 2U);
  EXPECT_EQ(table->table.rows[0][0].rows, 2U);
}

TEST(OpenTables, LabelsInTheMiddleOfTheirRow) {
  std::vector<PdfWord> words;
  put(words, 50, 100, "TT");
  put(words, 110, 100, "Noi dung");
  put(words, 250, 100, "Tra loi");
  put(words, 52, 146, "1");
  put(words, 80, 140, "Chua co");
  put(words, 80, 153, "kinh phi.");
  put(words, 250, 146, "Da cap.");
  put(words, 52, 180, "2");
  put(words, 80, 180, "May cham.");
  put(words, 250, 180, "Da sua.");
  const std::optional<OpenTable> table = find_open_table(lines_of(words), 0);
  ASSERT_TRUE(table);
  EXPECT_THAT(texts_of(table->table), ElementsAre(ElementsAre("TT", "Noi dung", "Tra loi"),
                                                  ElementsAre("1", "Chua co kinh phi.", "Da cap."),
                                                  ElementsAre("2", "May cham.", "Da sua.")));
}

TEST(OpenTables, GoOnOverPagesWithAndWithoutTheirHeading) {
  const std::optional<OpenTable> first = find_open_table(lines_of(page()), 0);
  ASSERT_TRUE(first);
  std::vector<PdfWord> rest;
  put(rest, 350, 53, "theo phan cap ngan sach.");
  put(rest, 52, 70, "3");
  put(rest, 80, 70, "Trung so dinh danh.");
  put(rest, 250, 70, "Bo Y te");
  put(rest, 350, 70, "Da xu ly.");
  const auto expected = ElementsAre(ElementsAre("", "", "", "theo phan cap ngan sach."),
                                    ElementsAre("3", "Trung so dinh danh.", "Bo Y te", "Da xu ly."));
  const auto next = continue_open_table(lines_of(rest), first->table.columns, first->heading);
  ASSERT_TRUE(next);
  EXPECT_THAT(texts_of(next->table), expected);
  put(rest, 50, 30, "TT");
  put(rest, 110, 30, "Noi dung");
  put(rest, 350, 30, "Noi dung tra loi");
  const auto again = continue_open_table(lines_of(rest), first->table.columns, first->heading);
  ASSERT_TRUE(again);
  EXPECT_THAT(texts_of(again->table), expected);
}

TEST(OpenTables, TextIsNone) {
  std::vector<PdfWord> words;
  put(words, 50, 100, "TT Hoi dong nhan dan tinh da hop");
  put(words, 50, 114, "1. Ve noi dung thu nhat");
  put(words, 50, 128, "2. Ve noi dung thu hai");
  EXPECT_FALSE(find_open_table(lines_of(words), 0));
  const std::optional<OpenTable> table = find_open_table(lines_of(page()), 0);
  ASSERT_TRUE(table);
  EXPECT_FALSE(continue_open_table(lines_of(words), table->table.columns, table->heading));
}

}  // namespace
}  // namespace giaidap
