#include "indexer/reader/wall_tables.h"

#include <gmock/gmock.h>

#include "indexer/reader/text_reader.h"

namespace giaidap {
namespace {

using testing::ElementsAre;

std::vector<Block> blocks_of(const std::string& text) {
  Result<std::vector<Block>> blocks = read_text(text, "a.md");
  EXPECT_TRUE(blocks.ok());
  return blocks ? std::move(blocks).value() : std::vector<Block>{};
}

TEST(WallTables, LetterheadsAndSignaturesBecomeLines) {
  const std::vector<Block> blocks = blocks_of(
      "**ỦY\nBAN NHÂN DÂN **\nTỈNH QUẢNG TRỊ\n-------\n|\n**CỘNG "
      "HÒA**\n|\n|\nSố:\n2827/QĐ-UBND\n|\n*Quảng\nTrị, ngày "
      "27*\n|\n**QUYẾT ĐỊNH**\n|\nNơi nhận:\n- Như Điều 3;\n|\n**CHỦ TỊCH**\n|\n** **\n");
  std::vector<std::string> texts;
  for (const Block& block : blocks) {
    EXPECT_EQ(block.kind, BlockKind::Line);
    texts.push_back(block.text);
  }
  EXPECT_THAT(texts,
              ElementsAre("ỦY", "BAN NHÂN DÂN", "TỈNH QUẢNG TRỊ", "CỘNG HÒA", "Số:", "2827/QĐ-UBND", "Quảng",
                          "Trị, ngày 27", "QUYẾT ĐỊNH", "Nơi nhận:", "- Như Điều 3;", "CHỦ TỊCH"));
  EXPECT_TRUE(blocks[4].blank_before) << "a cell is set apart";
  EXPECT_FALSE(blocks[5].blank_before);
}

TEST(WallTables, RowsAreToldByTheWallsBetweenThem) {
  const std::vector<Block> blocks = blocks_of(
      "DANH MỤC\n|\nSTT\n|\nTên\n|\n|\n1\n|\nCấp\nphép\n|\n|\n2\n|\nThu hồi\n|\nGhi chú sau bảng\n");
  ASSERT_EQ(blocks.size(), 5U);
  EXPECT_EQ(blocks[0].text, "DANH MỤC");
  EXPECT_THAT(blocks[1].cells, ElementsAre(ElementsAre("STT"), ElementsAre("Tên")));
  EXPECT_THAT(blocks[2].cells, ElementsAre(ElementsAre("1"), ElementsAre("Cấp", "phép")));
  EXPECT_THAT(blocks[3].cells, ElementsAre(ElementsAre("2"), ElementsAre("Thu hồi")));
  EXPECT_EQ(blocks[4].text, "Ghi chú sau bảng");
}

}  // namespace
}  // namespace giaidap
