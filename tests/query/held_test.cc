#include "server/query/held.h"

#include <gtest/gtest.h>

#include <initializer_list>

#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

struct Case {
  const char* text;
  bool expected;
  const char* why;
};

TEST(Held, Figures) {
  for (const Case& c : std::initializer_list<Case>{
           {"Cả nước tiếp nhận 551.502 hồ sơ liên thông khai sinh.", true, "a count"},
           {"tại các địa phương đạt 39,48%", true, "a share"},
           {"theo Nghị định số 87/2020/NĐ-CP ngày 28/7/2020", false, "a number and a day are no figures"},
           {"dự kiến hoàn thành trong tháng 9/2023", false, "a month"},
           {"Trong năm 2023, sẽ hoàn thành việc xây dựng kho dữ liệu số", false, "a year"},
           {"Bộ Tư pháp đang triển khai Dự án", false, "no number"},
           {"2.2. Bộ Tư pháp triển khai Đề án 06", false, "list items and names"},
       }) {
    EXPECT_EQ(holds_figure(normalize_text(c.text)), c.expected) << c.text << ": " << c.why;
  }
}

TEST(Held, Dates) {
  for (const Case& c : std::initializer_list<Case>{
           {"Hoàn thành trước ngày 15/02/2024", true, "a day"},
           {"Trong năm 2023, sẽ hoàn thành", true, "a year"},
           {"báo cáo trong quý II năm 2024", true, "a quarter"},
           {"Cả nước tiếp nhận 551.502 hồ sơ", false, "a figure"},
           {"trong thời gian tới", false, "no number"},
           {"theo Nghị định số 87/2020/NĐ-CP ngày 28/7/2020 của Chính phủ", false, "a document's day"},
       }) {
    EXPECT_EQ(holds_date(normalize_text(c.text)), c.expected) << c.text << ": " << c.why;
  }
}

TEST(Held, Sums) {
  EXPECT_TRUE(holds_money(normalize_text("lệ phí 50.000 đồng một bản")));
  EXPECT_TRUE(holds_money(normalize_text("kinh phí 2 tỷ")));
  EXPECT_TRUE(holds_money(normalize_text("hỗ trợ 2 tỷ đồng")));
  EXPECT_FALSE(holds_money(normalize_text("đã cấp 87 triệu thẻ căn cước"))) << "millions of cards";
  EXPECT_FALSE(holds_money(normalize_text("bổ sung 05 đồng chí lãnh đạo"))) << "comrades";
  EXPECT_FALSE(holds_money(normalize_text("thu phí, lệ phí trực tuyến")));
}

TEST(Held, Counts) {
  EXPECT_TRUE(holds_count(normalize_text("với sự tham gia của 583 thí sinh với 197 đội thi"), "doi"));
  EXPECT_TRUE(holds_count(normalize_text("có hơn 478 nghìn tài khoản đăng ký"), "tai"));
  EXPECT_FALSE(
      holds_count(normalize_text("Nghị định số 87/2020/NĐ-CP ngày 28/7/2020 của Chính phủ"), "chinh"));
}

TEST(Held, WhatIsAskedFor) {
  const std::string text = normalize_text("Hoàn thành trước ngày 15/02/2024");
  EXPECT_TRUE(holds_all(text, {Intent::Date}));
  EXPECT_FALSE(holds_all(text, {Intent::Quantity}));
  EXPECT_TRUE(holds_all(text, {Intent::Who})) << "cannot be told so";
  EXPECT_TRUE(holds_all(text, {}));
}

}  // namespace
}  // namespace giaidap
