#include "server/query/letter_parts.h"

#include <gmock/gmock.h>

#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> parts(const std::string& text) { return letter_parts(normalize_text(text)); }

TEST(LetterParts, EachMatterWithoutWhatStandsAroundIt) {
  EXPECT_THAT(parts("ỦY BAN NHÂN DÂN XÃ HÒA BÌNH\n"
                    "Kính gửi: Văn phòng Chính phủ\n"
                    "Việc đăng ký khai sinh trực tuyến gặp vướng mắc do hệ thống phản hồi rất chậm.\n"
                    "Hồ sơ phải nhập hai lần trên hai phần mềm khác nhau, mất rất nhiều thời gian.\n"
                    "Nơi nhận:\n- Như trên;\n- Lưu: VT."),
              ElementsAre("Việc đăng ký khai sinh trực tuyến gặp vướng mắc do hệ thống phản hồi rất chậm.",
                          "Hồ sơ phải nhập hai lần trên hai phần mềm khác nhau, mất rất nhiều thời gian."));
}

TEST(LetterParts, ShortParagraphsGoWithTheNext) {
  EXPECT_THAT(
      parts("Dạ em chào anh chị\nEm làm khai sinh cho con mà chờ cả tuần vẫn chưa có số định danh ạ"),
      ElementsAre("Dạ em chào anh chị\nEm làm khai sinh cho con mà chờ cả tuần vẫn chưa có số định danh ạ"));
}

TEST(LetterParts, MatterThatLooksFormalIsKept) {
  EXPECT_THAT(parts("Kính gửi anh chị, em đăng ký khai sinh cho con từ tháng trước mà đến nay hệ thống vẫn "
                    "báo chưa cấp "
                    "được số định danh cho cháu"),
              SizeIs(1));
  EXPECT_THAT(parts("Nơi nhận kết quả không hiển thị khi người dân chọn trả kết quả qua bưu điện"),
              SizeIs(1));
  EXPECT_THAT(parts("EM ĐĂNG KÝ KHAI SINH CHO CON TỪ THÁNG TRƯỚC MÀ ĐẾN NAY HỆ THỐNG VẪN BÁO CHƯA CẤP ĐƯỢC "
                    "SỐ ĐỊNH DANH"),
              SizeIs(1));
}

TEST(LetterParts, AShortClosingGoesWithWhatIsBefore) {
  EXPECT_THAT(parts("Việc đăng ký khai sinh trực tuyến gặp vướng mắc do hệ thống phản hồi rất chậm.\nTrân "
                    "trọng cảm ơn."),
              SizeIs(1));
}

TEST(LetterParts, LongParagraphsAreCutBetweenSentences) {
  std::string paragraph;
  for (int i = 0; i < 20; ++i)
    paragraph += "Hệ thống thông tin giải quyết thủ tục hành chính của tỉnh chưa kết nối. ";
  const auto cut = parts(paragraph);
  ASSERT_THAT(cut, SizeIs(2));
  EXPECT_TRUE(cut[0].ends_with("chưa kết nối."));
}

TEST(LetterParts, AreBounded) {
  std::string letter;
  for (int i = 0; i < 100; ++i)
    letter += "Đề nghị hướng dẫn việc cấp thẻ bảo hiểm y tế cho trẻ em dưới sáu tuổi trên địa bàn.\n";
  EXPECT_THAT(parts(letter), SizeIs(kMaxLetterParts));
  EXPECT_THAT(parts(""), IsEmpty());
  EXPECT_THAT(parts(" \n \n"), IsEmpty());
}

}  // namespace
}  // namespace giaidap
