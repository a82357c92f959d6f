#include "indexer/reader/laid_out_text.h"

#include <gmock/gmock.h>

namespace giaidap {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

constexpr const char* kLetter =
    "    BỘ TƯ PHÁP                     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "                                       Độc lập - Tự do - Hạnh phúc\n"
    "  Số: 3160/BTP-CNTT                  Hà Nội, ngày 13 tháng 9 năm 2021\n"
    "V/v xử lý vướng mắc\n\n"
    "             Kính gửi: Sở Tư pháp các tỉnh\n\n"
    "     Bộ Tư pháp nhận được phản ánh của các địa phương về số định danh cá nhân và\n"
    "đề nghị thực hiện như sau./.\n\n"
    "Nơi nhận:                              TL. BỘ TRƯỞNG\n"
    "- Như trên;                            CỤC TRƯỞNG\n"
    "- Lưu: VT.\n\n\n"
    "                                       Tạ Thành Trung\n";

std::vector<std::string> texts_of(const std::vector<Block>& blocks) {
  std::vector<std::string> texts;
  for (const Block& block : blocks) texts.push_back(block.text);
  return texts;
}

TEST(LaidOutText, ColumnsComeOneAfterTheOther) {
  ASSERT_TRUE(is_laid_out(kLetter));
  const std::vector<Block> blocks = read_laid_out(kLetter, "a.txt");
  EXPECT_THAT(texts_of(blocks),
              ElementsAre("BỘ TƯ PHÁP", "Số: 3160/BTP-CNTT", "V/v xử lý vướng mắc",
                          "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
                          "Hà Nội, ngày 13 tháng 9 năm 2021", "Kính gửi: Sở Tư pháp các tỉnh",
                          "Bộ Tư pháp nhận được phản ánh của các địa phương về số định danh cá nhân và",
                          "đề nghị thực hiện như sau./.", "Nơi nhận:", "- Như trên;", "- Lưu: VT.",
                          "TL. BỘ TRƯỞNG", "CỤC TRƯỞNG", "Tạ Thành Trung"));
  EXPECT_EQ(blocks[1].place.line, 3);
  EXPECT_FALSE(blocks[1].place.page);
}

TEST(LaidOutText, ATableOfOnePageComesAsRows) {
  const std::vector<Block> blocks = read_laid_out(
      "STT   Nội dung vướng mắc           Cơ quan        Trả lời\n"
      "1     Hệ thống trả hồ sơ về        Bộ Tư pháp     Đã nâng cấp phần\n"
      "      khi nhập số định danh.                      mềm.\n"
      "2     Chưa có kinh phí.            Bộ Tài chính   Địa phương bảo đảm.\n",
      "a.txt");
  ASSERT_THAT(blocks, SizeIs(3));
  EXPECT_THAT(blocks[1].cells,
              ElementsAre(ElementsAre("1"), ElementsAre("Hệ thống trả hồ sơ về khi nhập số định danh."),
                          ElementsAre("Bộ Tư pháp"), ElementsAre("Đã nâng cấp phần mềm.")));
  EXPECT_EQ(blocks[2].place.line, 4);
}

TEST(LaidOutText, OtherTextIsNone) {
  EXPECT_FALSE(is_laid_out("Số: 1/TB\n\nMột dòng   có khoảng trống\nvà dòng nữa\n"));
  EXPECT_FALSE(is_laid_out("a   b\na   b\na   b\n1\tx\n")) << "tabs part its cells";
  EXPECT_FALSE(is_laid_out("a   b\na   b\na   b\n" + std::string(5000, 'x'))) << "a paragraph on one line";
  EXPECT_FALSE(is_laid_out("| a   b |\n| a   b |\n| a   b |\n"));
}

}  // namespace
}  // namespace giaidap
