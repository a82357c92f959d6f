#include "indexer/text/definitions.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

std::string shown(std::string_view text) {
  std::string all;
  for (const Abbreviation& one : definitions_in(normalize_text(text)))
    all += (all.empty() ? "" : "; ") + one.short_form + " = " + one.expansion;
  return all;
}

TEST(DefinitionsTest, AreReadFromTheText) {
  struct Case {
    const char* text;
    const char* expected;
    const char* why;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"Cắt giảm, đơn giản hóa thủ tục hành chính (TTHC) trên cơ sở", "TTHC = thủ tục hành chính",
            "plain"},
           {"việc ứng dụng Cơ sở dữ liệu quốc gia về dân cư (CSDLQGvDC)",
            "CSDLQGvDC = cơ sở dữ liệu quốc gia về dân cư", "a small letter for a small word"},
           {"công trực tuyến tích hợp, cung cấp trên Cổng dịch vụ công (DVC)", "DVC = dịch vụ công",
            "only the words that it spells"},
           {"cấp đổi Chứng minh nhân dân và căn cước công dân (CCCD)", "CCCD = căn cước công dân",
            "the last words"},
           {"Đăng ký khai sinh (ĐKKS)", "ĐKKS = đăng ký khai sinh", "with Đ"},
           {"dịch vụ công trực tuyến (sau đây gọi tắt là DVCTT)", "DVCTT = dịch vụ công trực tuyến",
            "in words"},
           {"Tổ công tác Đề án 06 (TCTĐA06)", "TCTĐA06 = tổ công tác đề án 06", "a number stands for itself"},
           {"hệ thống TTHC (thủ tục hành chính) của tỉnh", "TTHC = thủ tục hành chính",
            "the other way round"},
           {"Bộ Giáo dục và Đào tạo (GDĐT)", "GDĐT = giáo dục và đào tạo", "a word left out"},
           {"tạo qua trục tích hợp dữ liệu (LGSP)", "", "not spelled by the words"},
           {"01 doanh nghiệp nhà nước (EVN)", "", "a name"},
           {"đi khám bệnh, chữa bệnh (KCB)", "", "no pair reaches over a comma"},
           {"Điều 5 (khoản 2)", "", "no abbreviation"},
           {"(TTHC) (", "", "nothing before, nothing closed"},
       }) {
    EXPECT_EQ(shown(c.text), c.expected) << c.text << ": " << c.why;
  }
}

TEST(DefinitionsTest, SayEachOnce) {
  EXPECT_EQ(shown("thủ tục hành chính (TTHC); Thủ tục hành chính (TTHC)"), "TTHC = thủ tục hành chính");
}

}  // namespace
}  // namespace giaidap
