#include "indexer/dispatch/cell_rows.h"

#include <gmock/gmock.h>

#include "tests/dispatch/tables.h"

namespace giaidap {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct ReadTable {
  CellTable cells;
  std::vector<Finding> findings;
};

ReadTable table_of(const std::string& text) {
  ReadTable read;
  read.cells = read_cell_table(blocks_of(text), 0, tables().columns, tables().agencies, read.findings);
  return read;
}

constexpr const char* kHeader = "STT\tNỘI DUNG\tBỘ, NGÀNH TRẢ LỜI\t\n";

TEST(CellTable, GroupsAndRows) {
  const RowTable table =
      table_of(std::string(kHeader) + "III\tDỊCH VỤ CÔNG\t\t\n1\tBị lỗi.\tBỘ CÔNG AN\tĐã sửa.\n").cells.table;
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.kind, TableKind::Qa);
  EXPECT_EQ(table.rows[0].item(), "III.1");
  EXPECT_EQ(table.rows[0].groups[0].title, "DỊCH VỤ CÔNG");
  EXPECT_EQ(table.rows[0].text(ColumnRole::Question), "Bị lỗi.");
  EXPECT_EQ(table.rows[0].text(ColumnRole::Agency), "BỘ CÔNG AN");
  EXPECT_EQ(table.rows[0].text(ColumnRole::Answer), "Đã sửa.");
}

TEST(CellTable, ARowGoesOnBehindARepeatedHeader) {
  const RowTable table =
      table_of(std::string(kHeader) +
               "9\t<p>không có sự liên kết</p>\tVĂN PHÒNG\t<p>đề nghị hoàn thiện</p>\n\n" + kHeader +
               "\t<p>với các nhà mạng.</p>\tCHÍNH PHỦ\t<p>hệ thống của Thành phố.</p>\n")
          .cells.table;
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.rows[0].text(ColumnRole::Question), "không có sự liên kết với các nhà mạng.");
  EXPECT_EQ(table.rows[0].text(ColumnRole::Agency), "VĂN PHÒNG CHÍNH PHỦ") << "the name was cut by the page";
  EXPECT_EQ(table.rows[0].text(ColumnRole::Answer), "đề nghị hoàn thiện hệ thống của Thành phố.");
}

TEST(CellTable, CellsAreToldByContentWhereAPageLostOrShiftedAColumn) {
  struct Case {
    const char* row;
    const char* agency;
    const char* answer;
    const char* why;
  };
  for (const Case& c :
       std::initializer_list<Case>{{"12\tNộp lệ phí.\t<p>BỘ TÀI CHÍNH</p> <p>1. Quy trình thu trên Cổng.</p>",
                                    "BỘ TÀI CHÍNH", "1. Quy trình thu trên Cổng.", "fused with the answer"},
                                   {"12\tKiến nghị Bộ.\tHiện nay, Bộ Tư pháp đang chỉ đạo.", "",
                                    "Hiện nay, Bộ Tư pháp đang chỉ đạo.", "column lost"},
                                   {"15\tCó ý kiến.\t\tBỘ THÔNG TIN VÀ TRUYỀN THÔNG",
                                    "BỘ THÔNG TIN VÀ TRUYỀN THÔNG", "", "in the answer's column"},
                                   {"14\tTrùng số.\t<p>BỘ TƯ PHÁP; BHXH VIỆT NAM</p>\t<p>Về việc xử lý.</p>",
                                    "BỘ TƯ PHÁP; BHXH VIỆT NAM", "Về việc xử lý.", "two agencies"}}) {
    const RowTable table = table_of(std::string(kHeader) + c.row + "\n").cells.table;
    ASSERT_EQ(table.rows.size(), 1U) << c.why;
    EXPECT_EQ(table.rows[0].text(ColumnRole::Agency), c.agency) << c.why;
    EXPECT_EQ(table.rows[0].text(ColumnRole::Answer), c.answer) << c.why;
  }
}

TEST(CellTable, TheTopOfAPageGivesTheTailsBackToTheRowBefore) {
  const RowTable table =
      table_of(
          std::string(kHeader) +
          "10\tphải làm quy trình hủy số, tuy\tBỘ CÔNG AN; BỘ TƯ PHÁP\tđơn vị chuyên môn của Bộ Công\n\n" +
          "STT\tNỘI DUNG\tBỘ, NGÀNH TRẢ LỜI\n11\t<p>nhiên hệ thống chưa cho phép.</p> <p>Đề nghị Bộ Y "
          "tế.</p>\t" +
          "<p>an đã ký Quy chế</p> <p>Bộ Y tế đã báo cáo.</p>\n")
          .cells.table;
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].text(ColumnRole::Question),
            "phải làm quy trình hủy số, tuy nhiên hệ thống chưa cho phép.");
  EXPECT_EQ(table.rows[0].text(ColumnRole::Answer), "đơn vị chuyên môn của Bộ Công an đã ký Quy chế");
  EXPECT_EQ(table.rows[1].text(ColumnRole::Question), "Đề nghị Bộ Y tế.");
  EXPECT_EQ(table.rows[1].text(ColumnRole::Answer), "Bộ Y tế đã báo cáo.");
}

TEST(CellTable, FootnotesBetweenRowsStandApart) {
  const CellTable table =
      table_of(std::string(kHeader) + "1\tHỏi\tBỘ NỘI VỤ\ttại Nghị quyết số 52-NQ/TW¹ nêu một\n\n" +
               "¹ Nghị quyết số 52-NQ/TW ngày 27/9/2019.\n\nCăn cứ thêm.\n\n" + kHeader +
               "\t\t\tsố chủ trương.\n")
          .cells;
  ASSERT_EQ(table.table.rows.size(), 1U);
  EXPECT_EQ(table.table.rows[0].text(ColumnRole::Answer),
            "tại Nghị quyết số 52-NQ/TW nêu một số chủ trương.");
  ASSERT_EQ(table.notes.size(), 1U);
  EXPECT_EQ(table.notes[0].text, "Nghị quyết số 52-NQ/TW ngày 27/9/2019.\nCăn cứ thêm.");
}

TEST(CellTable, ColumnsBesideQuestionAndAnswerKeepTheirRoles) {
  const ReadTable read = table_of(
      "Đơn vị kiến nghị\tNội dung kiến nghị\tCơ quan trả lời\tNội dung trả lời\n"
      "UBND tỉnh Phú Yên\tThẻ chậm được cấp.\tBHXH Việt Nam\tĐã chỉ đạo cấp trong ngày.\n"
      "Bộ Y tế\tĐề nghị kết nối dữ liệu.\tBộ Công an\tĐang thực hiện.\n");
  ASSERT_EQ(read.cells.table.rows.size(), 2U) << "rows without a number are counted";
  EXPECT_EQ(read.cells.table.rows[1].number, "2");
  EXPECT_EQ(read.cells.table.rows[1].text(ColumnRole::Petitioner), "Bộ Y tế");
  EXPECT_EQ(read.cells.table.rows[1].text(ColumnRole::Agency), "Bộ Công an");
  EXPECT_EQ(read.cells.table.rows[1].text(ColumnRole::Question), "Đề nghị kết nối dữ liệu.");
}

TEST(CellTable, TablesOfOtherKindsBeginNone) {
  struct Case {
    const char* header;
    bool begins;
  };
  for (const Case& c : std::initializer_list<Case>{{"STT\tNội dung\tMức thu\n", false},
                                                   {"TT\tĐặc tính kỹ thuật\tĐề xuất\n", false},
                                                   {"STT\tNội dung vướng mắc\tTrả lời\n", true},
                                                   {"TT\tTên nhiệm vụ\tCơ quan chủ trì\n", true},
                                                   {"TT\tNội dung\tThời hạn hoàn thành\n", true}}) {
    EXPECT_EQ(begins_table(blocks_of(c.header), 0, tables().columns), c.begins) << c.header;
  }
}

TEST(CellTable, TaskTablesReadByTheirHeader) {
  const ReadTable read = table_of(
      "STT\tNội dung, nhiệm vụ\tVăn bản chỉ đạo\tĐơn vị thực hiện\tThời gian hoàn thành\tKết quả\n"
      "<b>A. THEO LỘ TRÌNH</b>\t\t\t\t\t\n<b>II. Nhiệm vụ cụ thể (2 nhiệm vụ)</b>\t\t\t\t\t\n"
      "1\tKết nối.\tLộ trình\tBộ Công an\tNăm 2022\tChưa\n\n#### B. THEO CHỈ THỊ\n\n<b>I: Nhiệm vụ "
      "chung</b>\t\t\t\t\t\n"
      "1\tRà soát.\tChỉ thị 05\tBộ Y tế\t\tXong\n");
  ASSERT_EQ(read.cells.table.rows.size(), 2U);
  EXPECT_EQ(read.cells.table.kind, TableKind::Task);
  EXPECT_EQ(read.cells.table.rows[0].item(), "A.II.1");
  EXPECT_EQ(read.cells.table.rows[1].item(), "B.I.1") << "a heading between rows opens a group";
  EXPECT_EQ(read.cells.table.rows[0].text(ColumnRole::Unit), "Bộ Công an");
  EXPECT_EQ(read.cells.table.rows[1].text(ColumnRole::Deadline), "");
  std::vector<Finding> findings;
  check_numbering(read.cells.table, findings);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_THAT(findings[0].message, HasSubstr("A.II báo có 2 mục"));
}

TEST(CheckNumbering, ReportsAGap) {
  const RowTable table = table_of(std::string(kHeader) + "1\ta\tBỘ Y TẾ\tb\n3\tc\tBỘ Y TẾ\td\n").cells.table;
  std::vector<Finding> findings;
  check_numbering(table, findings);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_THAT(findings[0].message, HasSubstr("sau mục 1 là mục 3"));
  EXPECT_EQ(findings[0].place, "t.txt:3");
}

TEST(CellTable, ColumnsInAnyOrder) {
  const RowTable table =
      table_of("STT\tCơ quan trả lời\tCâu hỏi\tTrả lời\n1\tBộ Y tế\tHỏi gì?\tĐáp vậy.\n").cells.table;
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.rows[0].text(ColumnRole::Question), "Hỏi gì?");
  EXPECT_EQ(table.rows[0].text(ColumnRole::Agency), "Bộ Y tế");
  EXPECT_EQ(table.rows[0].text(ColumnRole::Answer), "Đáp vậy.");
}

TEST(CellTable, TheNumberMayStandInAnyColumnAndRemarksStayApart) {
  const RowTable table = table_of(
                             "Nhiệm vụ\tSTT\tGhi chú\tCơ quan chủ trì\tThời hạn\n"
                             "Kết nối dữ liệu.\t1\tĐã xong\tBộ Công an\tQuý I\n")
                             .cells.table;
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.rows[0].number, "1");
  EXPECT_EQ(table.rows[0].text(ColumnRole::Task), "Kết nối dữ liệu.");
  EXPECT_EQ(table.rows[0].text(ColumnRole::Unit), "Bộ Công an");
  EXPECT_EQ(table.rows[0].text(ColumnRole::Deadline), "Quý I");
  EXPECT_EQ(table.rows[0].text(ColumnRole::Other), "Đã xong");
}

TEST(CellTable, AHeadingOfTwoRowsAndARowThatNumbersTheColumns) {
  const ReadTable read = table_of(
      "TT\tVướng mắc\tKết quả giải quyết\t\n\t\tNội dung trả lời\tCơ quan trả lời\n"
      "(1)\t(2)\t(3)\t(4)\n1\tThẻ chậm.\tĐã cấp xong.\tBộ Công an\n");
  ASSERT_EQ(read.cells.table.rows.size(), 1U);
  EXPECT_EQ(read.cells.table.rows[0].text(ColumnRole::Answer), "Đã cấp xong.");
  EXPECT_EQ(read.cells.table.rows[0].text(ColumnRole::Agency), "Bộ Công an");
  EXPECT_THAT(read.findings, IsEmpty());
  EXPECT_THAT(read.cells.notes, IsEmpty());
}

TEST(CellTable, PetitionsThatNameWhoIsToAnswer) {
  const RowTable table = table_of(
                             "TT\tĐịa phương kiến nghị\tNội dung kiến nghị\tThẩm quyền giải quyết\n"
                             "1\tUBND tỉnh Phú Yên\tSớm cấp kinh phí.\tBộ Tài chính\n")
                             .cells.table;
  EXPECT_EQ(table.kind, TableKind::Petition);
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.rows[0].text(ColumnRole::Agency), "Bộ Tài chính");
}

TEST(ColumnWords, HeaderRowsAreToldFromRowsThatUseTheirWords) {
  const ColumnWords& words = tables().columns;
  EXPECT_THAT(words.header_roles({"1", "Nội dung này chưa có kết quả trả lời", "Bộ Y tế"}), IsEmpty());
  EXPECT_EQ(words.header_roles({"Stt", "Noi dung", "Co quan tra loi"}).size(), 3U) << "without tones";
  EXPECT_THAT(words.roles_in_line("Số TT Bộ, ngành, địa phương kiến nghị Nội dung đề xuất, kiến nghị"),
              ElementsAre(ColumnRole::Number, ColumnRole::Petitioner, ColumnRole::Question));
  EXPECT_THAT(words.roles_in_line("Nội dung đề xuất, kiến nghị"), IsEmpty());
}

}  // namespace
}  // namespace giaidap
