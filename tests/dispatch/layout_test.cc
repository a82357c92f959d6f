// Tables and lines that only set a page: letterheads and signatures in columns.
#include "indexer/dispatch/layout.h"

#include <gmock/gmock.h>

#include "tests/dispatch/heads.h"

namespace giaidap {
namespace {

using testing::ElementsAre;

Block row_of(std::vector<CellText> cells) {
  Block row;
  row.kind = BlockKind::TableRow;
  row.cells = std::move(cells);
  return row;
}

std::vector<std::string> texts_of(const std::vector<Block>& blocks) {
  std::vector<std::string> texts;
  for (const Block& block : blocks) {
    texts.push_back(block.kind == BlockKind::Line ? block.text : "[row]");
  }
  return texts;
}

TEST(UnfoldLayout, LetterheadsAndSignaturesColumnByColumnDataStays) {
  const std::vector<Block> blocks = unfold_layout(
      {row_of({{"BỘ NỘI VỤ"}, {"CỘNG HÒA XÃ", "HỘI CHỦ NGHĨA VIỆT NAM"}}),
       row_of({{"Số:", "11208/BNV-KHTC", "V/v tỷ lệ chi"}, {"Hà Nội, ngày 26", "tháng 11 năm 2025"}}),
       blocks_of("Nội dung\n").front(), row_of({{"STT"}, {"Nội dung"}, {"Trả lời"}}),
       blocks_of("./.\n").front(),
       row_of({{"Nơi nhận:", "- Như trên;"}, {"KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Lê Hà"}})},
      tables().header_words);
  EXPECT_THAT(texts_of(blocks), ElementsAre("BỘ NỘI VỤ", "Số:", "11208/BNV-KHTC", "V/v tỷ lệ chi",
                                            "CỘNG HÒA XÃ", "HỘI CHỦ NGHĨA VIỆT NAM", "Hà Nội, ngày 26",
                                            "tháng 11 năm 2025", "Nội dung", "[row]", "./.", "Nơi nhận:",
                                            "- Như trên;", "KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Lê Hà"));
}

TEST(UnfoldLayout, ColumnsThatTabsPart) {
  const auto line = [](const std::string& text, std::optional<std::size_t> gutter) {
    Block block;
    block.text = text;
    block.gutter = gutter;
    return block;
  };
  const std::vector<Block> blocks = unfold_layout(
      {line("BO TU PHAP CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 10), line("Độc lập - Tự do", 0),
       line("So: 1/BTP Ha Noi, ngay", 9), line("Kinh gui", std::nullopt), line("1. Ho ten: An", 10),
       line("Nơi nhận: KT. BỘ TRƯỞNG", std::string("Nơi nhận:").size()), line("- Luu: VT.", std::nullopt),
       line("Le Ha", 0)},
      tables().header_words);
  EXPECT_THAT(texts_of(blocks), ElementsAre("BO TU PHAP", "So: 1/BTP", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                                            "Độc lập - Tự do", "Ha Noi, ngay", "Kinh gui", "1. Ho ten: An",
                                            "Nơi nhận:", "- Luu: VT.", "KT. BỘ TRƯỞNG", "Le Ha"));
}

TEST(UnfoldLayout, TheHeadOfAPartysDocument) {
  const std::vector<Block> blocks =
      unfold_layout({row_of({{"TỈNH ỦY BẮC NINH", "*"}, {"ĐẢNG CỘNG SẢN VIỆT NAM"}}),
                     row_of({{"Số 15-NQ/TU"}, {"Bắc Ninh, ngày 02 tháng 3 năm 2023"}})},
                    tables().header_words);
  EXPECT_THAT(texts_of(blocks), ElementsAre("TỈNH ỦY BẮC NINH", "*", "Số 15-NQ/TU", "ĐẢNG CỘNG SẢN VIỆT NAM",
                                            "Bắc Ninh, ngày 02 tháng 3 năm 2023"));
  EXPECT_EQ(header_of(blocks).letterhead, "Tỉnh ủy Bắc Ninh");
}

TEST(UnfoldLayout, TheNumberMayStandBehindTheKind) {
  const std::vector<Block> blocks =
      unfold_layout({row_of({{"QUỐC HỘI"}, {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"}}),
                     row_of({{"Luật số: 26/2023/QH15"}, {"Hà Nội, ngày 27 tháng 11 năm 2023"}})},
                    tables().header_words);
  const Header header = header_of(blocks);
  EXPECT_EQ(header.number, "26/2023/QH15");
  EXPECT_EQ(header.date, "2023-11-27");
}

}  // namespace
}  // namespace giaidap
