#include "indexer/dispatch/header.h"

#include <gmock/gmock.h>

#include "indexer/dispatch/closing.h"
#include "tests/dispatch/tables.h"

namespace giaidap {
namespace {

using testing::ElementsAre;

Header header_of(const std::string& text) {
  const std::vector<Block> blocks = blocks_of(text);
  return read_header(blocks, tables().agencies, tables().header_words, Casing(blocks));
}

TEST(ReadHeader, ALetter) {
  const Header header = header_of(
      "\nSố: 1165 /TCTTKĐA\n\nĐông Hòa, ngày 25 tháng 8 năm 2023\n\nV/v giải đáp khó khăn,\nvướng mắc trong "
      "triển "
      "khai\nĐề án 06 của Chính phủ\n\nKính gửi:\n\n- Các cơ quan, ban, ngành thị xã;\n- UBND các xã, "
      "phường.\n\nThực "
      "hiện Công văn số 4549/UBND-VP, ngày 08/8/2023.\n");
  EXPECT_EQ(header.number, "1165/TCTTKĐA");
  EXPECT_EQ(header.date, "2023-08-25");
  EXPECT_EQ(header.place, "Đông Hòa");
  EXPECT_EQ(header.title, "giải đáp khó khăn, vướng mắc trong triển khai Đề án 06 của Chính phủ");
  EXPECT_THAT(header.addressed_to, ElementsAre("Các cơ quan, ban, ngành thị xã", "UBND các xã, phường"));
  EXPECT_EQ(header.end, 8U) << "the body begins with 'Thực hiện'";
}

TEST(ReadHeader, LetterheadColumnsMixedIntoTheSubject) {
  const Header header = header_of(
      "VĂN PHÒNG CHÍNH PHỦ\n_____________\n\nSố: 3193/VPCP-KSTT\nV/v kiến nghị, đề xuất của các bộ, \n\ncơ "
      "quan, địa "
      "phương trong \ntriển khai Đề án 06.\n\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh "
      "phúc\n\nHà "
      "Nội, ngày 10 tháng 5 năm 2024\n\nKính gửi:\n\n- Bộ trưởng các Bộ: Công an, \n\nTài nguyên và Môi "
      "trường;\n\n- "
      "Thống đốc Ngân hàng Nhà nước Việt Nam.\n\nThực hiện ý kiến chỉ đạo.\n");
  EXPECT_EQ(header.letterhead, "Văn phòng Chính phủ");
  EXPECT_EQ(header.title, "kiến nghị, đề xuất của các bộ, cơ quan, địa phương trong triển khai Đề án 06");
  EXPECT_EQ(header.date, "2024-05-10");
  EXPECT_THAT(header.addressed_to, ElementsAre("Bộ trưởng các Bộ: Công an, Tài nguyên và Môi trường",
                                               "Thống đốc Ngân hàng Nhà nước Việt Nam"));
}

TEST(ReadHeader, AReportHasItsKindAndTitleAsHeadings) {
  const Header header = header_of(
      "Số: 06 /BC-TCTĐA06\n\nQuảng Ngãi, ngày 21 tháng 6 năm 2022\n\n## BÁO CÁO\n\nSơ kết 6 "
      "tháng đầu năm 2022\n\nKính gửi: Thủ tướng Chính phủ\n\nTổ công tác báo cáo.\n");
  EXPECT_EQ(header.number, "06/BC-TCTĐA06");
  EXPECT_EQ(header.kind, "báo cáo");
  EXPECT_EQ(header.title, "Sơ kết 6 tháng đầu năm 2022");
  EXPECT_THAT(header.addressed_to, ElementsAre("Thủ tướng Chính phủ"));
}

TEST(ReadHeader, WhatIsNotThereStaysUnknown) {
  const Header header = header_of(
      "Số:          /VPCP-KSTT\n\nTHÔNG BÁO\n\nKết luận Hội nghị\n\nNgày 02 tháng 10 năm "
      "2024, tại trụ sở Chính phủ, Thủ tướng Chính phủ đã chủ trì Hội nghị trực tuyến triển "
      "khai mở rộng thí điểm Sổ sức khỏe điện tử.\n");
  EXPECT_FALSE(header.number) << "the number is left blank";
  EXPECT_FALSE(header.date) << "a date in the text is not the date of the dispatch";
  EXPECT_FALSE(header.place);
  EXPECT_EQ(header.title, "Kết luận Hội nghị");
}

Closing closing_of(const std::string& text) {
  return read_closing(blocks_of(text), 0, tables().header_words);
}

TEST(ReadClosing, RecipientsThenOfficeRankAndName) {
  const Closing closing = closing_of(
      "Đề nghị thực hiện./.\n\nNơi nhận:\n\n- Như trên;\n- Lưu: VT, CATX.\n\n**KT. TỔ TRƯỞNG\nTỔ PHÓ THƯỜNG "
      "TRỰC**\n\n\n\n**TRƯỞNG CÔNG AN THỊ XÃ\nThượng tá Trần Khắc Quang**\n\n**PHỤ LỤC TỔNG HỢP**\n");
  EXPECT_EQ(closing.signer.title, "KT. TỔ TRƯỞNG TỔ PHÓ THƯỜNG TRỰC TRƯỞNG CÔNG AN THỊ XÃ");
  EXPECT_EQ(closing.signer.rank, "Thượng tá");
  EXPECT_EQ(closing.signer.name, "Trần Khắc Quang");
  EXPECT_EQ(closing.recipients, "Nơi nhận:\n- Như trên;\n- Lưu: VT, CATX.");
  EXPECT_EQ(closing.begin, 1U);
  EXPECT_EQ(closing.end, 8U) << "the annex is not part of the close";
}

TEST(ReadClosing, ATextWithoutCloseHasNone) {
  const Closing closing = closing_of("Một đoạn văn.\n\nĐoạn nữa.\n");
  EXPECT_EQ(closing.begin, 2U);
  EXPECT_EQ(closing.end, 2U);
  EXPECT_TRUE(closing.signer.name.empty());
}

}  // namespace
}  // namespace giaidap
