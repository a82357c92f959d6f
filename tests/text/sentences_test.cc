#include <gtest/gtest.h>

#include <vector>

#include "indexer/text/tokens.h"

namespace giaidap {
namespace {

// The sentences of a text with "|" between them.
std::string split(const std::string& text) {
  std::string out;
  for (const ByteRange& range : sentences(text)) {
    if (!out.empty()) out += '|';
    out += text.substr(range.byte_begin, range.byte_end - range.byte_begin);
  }
  return out;
}

struct Case {
  std::string input, expected;
  std::string_view why;
};

TEST(Sentences, EndAtClosingSigns) {
  const std::vector<Case> cases = {
      {"Bộ Y tế đã có văn bản. Đề nghị thực hiện!", "Bộ Y tế đã có văn bản.|Đề nghị thực hiện!", "dot"},
      {"Có cần không? Không.", "Có cần không?|Không.", "question mark"},
      {"còn vướng mắc... Ngày 27/10/2022, Sở Y tế", "còn vướng mắc...|Ngày 27/10/2022, Sở Y tế", "ellipsis"},
      {"điện, nước, v.v... Đề nghị", "điện, nước, v.v...|Đề nghị", "v.v... at the end"},
      {"hướng dẫn (lần 2). (3) Rà soát", "hướng dẫn (lần 2).|(3) Rà soát", "closing bracket, list mark"},
      {"phê duyệt; - Bộ Tư pháp chủ trì", "phê duyệt;|- Bộ Tư pháp chủ trì", "semicolon before a list mark"},
      {"đã xong; i) rà soát; ii) báo cáo", "đã xong;|i) rà soát;|ii) báo cáo", "Roman list marks"},
      {"đã nêu. + Đối với cấp xã", "đã nêu.|+ Đối với cấp xã", "plus as list mark"},
      {"ngày 25/3/2022 về việc triển khai kết nối dữ liệu; Công văn số 1440/UBND-TTHC",
       "ngày 25/3/2022 về việc triển khai kết nối dữ liệu;|Công văn số 1440/UBND-TTHC",
       "semicolon after a long clause"},
      {"theo “Đề án 06.” Sau đó", "theo “Đề án 06.”|Sau đó", "closing quote"},
      {"tại Công văn số 761. “Đối với", "tại Công văn số 761.|“Đối với", "number at the end; opening quote"},
      {"đạt 4,8%. 15 ngày sau", "đạt 4,8%.|15 ngày sau", "a sentence may start with a number"},
      {"dòng một\ndòng hai\r\n\r\ndòng ba", "dòng một|dòng hai|dòng ba", "line breaks"},
      {"ô một\tô hai", "ô một|ô hai", "table cells"},
  };
  for (const auto& [input, expected, why] : cases) EXPECT_EQ(split(input), expected) << why;
}

TEST(Sentences, DoNotEndInside) {
  const std::vector<Case> cases = {
      {"còn TP. Phổ Yên sẽ hoàn thành", "", "shortened word"},
      {"KT. TỔ TRƯỞNG", "", "for the head"},
      {"có 4.567 hồ sơ ngày 25.8.2023 tại dulieu.kcb.vn", "", "numbers, dates, names of sites"},
      {"1. Chính phủ giao", "", "list number"},
      {"II.2. Kết quả", "", "outline number"},
      {"- a. Đối với", "", "letter as list mark"},
      {"đất đai; hộ tịch; cư trú", "", "semicolon in an enumeration"},
      {"các bộ: Tư pháp; Y tế; Tài chính; Giáo dục và Đào tạo; Tài nguyên và Môi trường", "",
       "names in a list"},
      {"gồm: điện, nước... và các loại khác", "", "ellipsis within"},
      {"đ/c. Nguyễn Văn A", "", "comrade"},
  };
  for (const auto& [input, expected, why] : cases) EXPECT_EQ(split(input), input) << why;
}

TEST(Sentences, NothingFromNothing) {
  EXPECT_EQ(split(""), "");
  EXPECT_EQ(split(" \n\t\r\n "), "");
  EXPECT_EQ(split(". . ;"), ". . ;");
}

}  // namespace
}  // namespace giaidap
