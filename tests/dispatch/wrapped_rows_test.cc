#include "indexer/dispatch/wrapped_rows.h"

#include <gmock/gmock.h>

#include "indexer/dispatch/name_cells.h"
#include "tests/dispatch/tables.h"

namespace giaidap {
namespace {

RowTable table_of(const std::string& rows) {
  const std::vector<Block> lines = blocks_of(
      "Số TT Bộ, ngành, địa \nphương kiến nghị Nội dung đề xuất, kiến nghị\n\nI Bộ Công an \n\n" + rows);
  const std::optional<WrappedHeader> header = wrapped_header(lines, 0, tables().columns);
  std::vector<Finding> findings;
  if (!header) {
    ADD_FAILURE() << "no header found";
    return {};
  }
  return read_wrapped_table(lines, *header, tables().agencies, findings);
}

TEST(WrappedTable, NamesAndTextsComeApartWhateverTheLinesAre) {
  struct Case {
    const char* row;
    const char* names;
    const char* text;
    const char* why;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"1. Bộ Giáo dục và \nĐào tạo\n\nHiện nay, việc thu thập.\n", "Bộ Giáo dục và Đào tạo",
            "Hiện nay, việc thu thập.", "a name over two lines"},
           {"1. Bộ Tư pháp\nTổ chức tập huấn về kỹ năng.\n", "Bộ Tư pháp", "Tổ chức tập huấn về kỹ năng.",
            "no blank line before the text"},
           {"1. Bộ Y tế Đề nghị Bộ Thông tin và Truyền thông hỗ trợ.\n", "Bộ Y tế",
            "Đề nghị Bộ Thông tin và Truyền thông hỗ trợ.", "all on one line"},
           {"1.\n\nUBND các tỉnh: Đà \nNẵng, Đắk Nông, \nQuảng \n\nTrị, Tây Ninh\n\nBộ Công an sớm có hướng "
            "dẫn.\n",
            "UBND các tỉnh: Đà Nẵng, Đắk Nông, Quảng Trị, Tây Ninh", "Bộ Công an sớm có hướng dẫn.",
            "a list over blank lines; the text begins with an agency"},
           {"1 UBND tỉnh\nHà Tĩnh\n\nBộ Y tế sớm có văn bản.\n", "UBND tỉnh Hà Tĩnh",
            "Bộ Y tế sớm có văn bản.", "no stop after the number"},
           {"1. Quảng Trị\n\n- Sớm đề xuất Chính phủ.\n", "Quảng Trị", "- Sớm đề xuất Chính phủ.",
            "a bare place"},
           {"1.\nUBND các tỉnh:\nThanh Hòa, Sơn \n\nLa\n\nĐề nghị Bảo hiểm xã hội.\n",
            "UBND các tỉnh: Thanh Hòa, Sơn La", "Đề nghị Bảo hiểm xã hội.", "a place with a wrong tone"}}) {
    const RowTable table = table_of(c.row);
    ASSERT_EQ(table.rows.size(), 1U) << c.why;
    EXPECT_EQ(table.kind, TableKind::Petition);
    EXPECT_EQ(table.rows[0].item(), "I.1") << c.why;
    EXPECT_EQ(table.rows[0].text(ColumnRole::Petitioner), c.names) << c.why;
    EXPECT_EQ(table.rows[0].text(ColumnRole::Question), c.text) << c.why;
  }
}

TEST(WrappedTable, APageMayPutTheRestOfTheNamesAmidstTheText) {
  const RowTable table = table_of(
      "1. UBND các tỉnh, \nthành phố: Đà Nẵng; \n\nBộ TNMT ban hành quy trình. hướng \n Cao Bằng, Đồng "
      "\nNai, "
      "Phú \n\nYên\n\ndẫn các địa phương.\n");
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.rows[0].text(ColumnRole::Petitioner),
            "UBND các tỉnh, thành phố: Đà Nẵng; Cao Bằng, Đồng Nai, Phú Yên");
  EXPECT_EQ(table.rows[0].text(ColumnRole::Question),
            "Bộ TNMT ban hành quy trình. hướng dẫn các địa phương.");
}

TEST(WrappedTable, NumbersInTheTextOpenNoRows) {
  const RowTable table = table_of(
      "1. UBND tỉnh\nĐồng Nai\n\n1, Kiến nghị Bộ; \n2, Căn cứ quy định. \n2024 là năm cuối.\n\n2. Bộ Y "
      "tế\n\nHai.\n");
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].text(ColumnRole::Question),
            "1, Kiến nghị Bộ; 2, Căn cứ quy định. 2024 là năm cuối.");
  EXPECT_EQ(table.rows[1].text(ColumnRole::Petitioner), "Bộ Y tế");
}

TEST(WrappedTable, GroupsRunInOrder) {
  const RowTable table =
      table_of("1. Bộ Y tế\n\nMột.\n II Bộ Quốc phòng\n\n1\nUBND tỉnh \n\nTây Ninh\n\nHai.\n");
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[1].item(), "II.1");
  EXPECT_EQ(table.rows[1].groups[0].title, "Bộ Quốc phòng");
}

TEST(NameList, IsCompleteOnlyWithWholeNames) {
  const Agencies& agencies = tables().agencies;
  EXPECT_TRUE(is_name_list("- Bộ Y tế; - UBND các tỉnh Điện Biên, Lai Châu", agencies));
  EXPECT_TRUE(is_name_list("UBND TP. Hồ Chí Minh", agencies));
  EXPECT_FALSE(is_name_list("UBND các tỉnh: Khánh Hòa, Lai", agencies));
  EXPECT_FALSE(is_name_list("Bộ Tư pháp Tổ chức tập huấn", agencies));
  EXPECT_TRUE(is_open_list("UBND các tỉnh, thành phố: Đà Nẵng;"));
  EXPECT_FALSE(is_open_list("Bộ Y tế"));
}

}  // namespace
}  // namespace giaidap
