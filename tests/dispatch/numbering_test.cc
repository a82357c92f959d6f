#include "indexer/dispatch/numbering.h"

#include <gtest/gtest.h>

namespace giaidap {
namespace {

TEST(LeadingMark, TellsMarksFromNumbersInText) {
  struct Case {
    const char* text;
    int kind;  // of MarkKind, -1 for none
    const char* label;
    const char* why;
  };
  const auto of = [](MarkKind kind) { return static_cast<int>(kind); };
  for (const Case& c : std::initializer_list<Case>{
           {"II. NHẬN XÉT, ĐÁNH GIÁ", of(MarkKind::Roman), "II", "Roman"},
           {"I: Nhiệm vụ chung", of(MarkKind::Roman), "I", "a colon instead of a stop"},
           {"A. VỀ KẾT QUẢ ĐẠT ĐƯỢC", of(MarkKind::Letter), "A", "letter"},
           {"1. Ưu điểm", of(MarkKind::Decimal), "1", "decimal"},
           {"2.3. Về dịch vụ công", of(MarkKind::Decimal), "3", "decimal of two parts"},
           {"1.1 Kết quả", of(MarkKind::Decimal), "1", "two parts need no stop"},
           {"đ) Cổng DVC", of(MarkKind::SmallLetter), "đ", "small đ"},
           {"(12) Triển khai", of(MarkKind::Bracket), "12", "bracket"},
           {"(iv) Đẩy mạnh", of(MarkKind::SmallRoman), "iv", "small Roman"},
           {"+ Mặc dù", of(MarkKind::Bullet), "+", "bullet"},
           {"Điều 7. Xóa đăng ký", of(MarkKind::Article), "7", "article"},
           {"25 dịch vụ công thiết yếu", -1, "", "an amount"},
           {"1.328 trường hợp báo lỗi", -1, "", "an amount with a thousands dot"},
           {"2024, các bộ", -1, "", "a year"},
           {"1, Kiến nghị Bộ", -1, "", "a comma is no mark"},
           {"Điều 44 của Luật Lý lịch tư pháp", -1, "", "an article that is cited"},
           {"-Bộ Y tế", -1, "", "a dash without a blank"}}) {
    const std::optional<ListMark> mark = leading_mark(c.text);
    EXPECT_EQ(mark ? static_cast<int>(mark->kind) : -1, c.kind) << c.why;
    if (mark) {
      EXPECT_EQ(mark->labels.back(), c.label) << c.why;
    }
  }
  EXPECT_EQ(leading_mark("2.3. Về dịch vụ công")->labels, (std::vector<std::string>{"2", "3"}));
  EXPECT_EQ(std::string("2.3. Về").substr(leading_mark("2.3. Về")->byte_end), "Về");
}

TEST(RomanValue, ReadsOnlyRomanNumerals) {
  EXPECT_EQ(roman_value("XIV"), 14);
  EXPECT_EQ(roman_value("IX"), 9);
  EXPECT_EQ(roman_value("VIII"), 8);
  EXPECT_EQ(roman_value("A"), 0);
  EXPECT_EQ(roman_value(""), 0);
  EXPECT_EQ(roman_value("IVX"), 0) << "no numeral";
}

}  // namespace
}  // namespace giaidap
