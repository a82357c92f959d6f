// Heads in the forms that files give them.
#include "indexer/dispatch/header.h"

#include <gmock/gmock.h>

#include "tests/dispatch/heads.h"

namespace giaidap {
namespace {

using testing::ElementsAre;

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

TEST(ReadHeader, WrappedInOddPlaces) {
  const Header header = header_of(
      "BỘ\nTÀI CHÍNH\n**CỤC\nHẢI QUAN**\n\n**CỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**\nĐộc lập - Tự do - Hạnh "
      "phúc\n\nSố:\n37692/TB-CHQ\n\n*Hà\nNội, ngày 21\ntháng 11 năm\n2025*\n\n**THÔNG BÁO**\nVỀ KẾT QUẢ XÁC "
      "ĐỊNH "
      "TRƯỚC MÃ SỐ\n**CỤC TRƯỞNG CỤC HẢI QUAN**\nCăn cứ Luật Hải quan;\nTheo quy định về kết quả xác định "
      "trước mã số "
      "của Cục Hải quan.\n");
  EXPECT_EQ(header.number, "37692/TB-CHQ");
  EXPECT_EQ(header.date, "2025-11-21");
  EXPECT_EQ(header.place, "Hà Nội");
  EXPECT_EQ(header.kind, "thông báo");
  EXPECT_EQ(header.title, "Về kết quả xác định trước mã số");
  EXPECT_EQ(header.letterhead, "Cục Hải quan");
}

TEST(ReadHeader, BlankNumbersAndDatesStayUnknown) {
  const Header header = header_of(
      "SỞ GDĐT TỈNH ĐỒNG THÁP\nTRƯỜNG THPT ĐỐC BINH KIỀU\n\nSố: /KH-THPTĐBK\n\nĐồng Tháp, ngày ... tháng ... "
      "năm "
      "...\n\nKẾ HOẠCH\n\nThực hiện Nghị quyết số 57-NQ/TW\n\nCăn cứ Kế hoạch số 935/KH-SGDĐT ngày 31 tháng "
      "7 năm "
      "2026; Căn cứ tình hình thực tế của Trường THPT Đốc Binh Kiều;\n");
  EXPECT_FALSE(header.number);
  EXPECT_FALSE(header.date) << "a date among the grounds is not the document's";
  EXPECT_EQ(header.kind, "kế hoạch");
  EXPECT_EQ(header.title, "Thực hiện Nghị quyết số 57-NQ/TW");
  EXPECT_EQ(header.letterhead, "Trường THPT Đốc Binh Kiều");
}

TEST(ReadHeader, AnAnnexNamesItsParent) {
  const Header header = header_of(
      "Phụ lục I\nBỘ THÔNG SỐ KỸ THUẬT\n(Kèm theo văn bản số: 11410 /BXD-KHCNMT&VLXD ngày23 / 7 /2026\ncủa "
      "Bộ Xây "
      "dựng)\n\nI. Danh mục bộ thông số kỹ thuật\n");
  EXPECT_TRUE(header.is_annex);
  EXPECT_EQ(header.kind, "phụ lục");
  EXPECT_EQ(header.number, "11410/BXD-KHCNMT&VLXD");
  EXPECT_EQ(header.date, "2026-07-23");
  EXPECT_EQ(header.letterhead, "Bộ Xây dựng");
  EXPECT_EQ(header.title, "Bộ thông số kỹ thuật");
}

TEST(ReadHeader, DocumentsOfTheParty) {
  const Header header = header_of(
      "BAN CHẤP HÀNH TRUNG ƯƠNG\n\nSố 66-NQ/TW\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nHà Nội, ngày 30 tháng 4 năm "
      "2025\n\nNGHỊ "
      "QUYẾT\nvề đổi mới công tác xây dựng và thi hành pháp luật\n\nI. TÌNH HÌNH\n");
  EXPECT_EQ(header.number, "66-NQ/TW");
  EXPECT_EQ(header.date, "2025-04-30");
  EXPECT_EQ(header.kind, "nghị quyết");
  EXPECT_EQ(header.title, "về đổi mới công tác xây dựng và thi hành pháp luật");
}

TEST(ReadHeader, TheYearOfABlankDateMayBeWrapped) {
  const Header header = header_of(
      "Số: /QĐ-UBND\n\nHà Giang, ngày tháng năm\n2023\n\nQUYẾT ĐỊNH\n\nVề việc phê duyệt Kế hoạch\n\nCăn cứ "
      "Luật Tổ chức;\n");
  EXPECT_FALSE(header.date);
  EXPECT_EQ(header.kind, "quyết định");
  EXPECT_EQ(header.title, "Về việc phê duyệt Kế hoạch");
}

TEST(ReadHeader, StampsAreNoPartOfTheLetterhead) {
  const Header header = header_of(
      "BỘ Y TẾ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nHỎA TỐC\n\nSố: "
      "999/BYT-KCB\nV/v phòng chống dịch\n\nHà Nội, ngày 1 tháng 2 năm 2024\n");
  EXPECT_EQ(header.letterhead, "Bộ Y tế");
  EXPECT_EQ(header.number, "999/BYT-KCB");
  EXPECT_EQ(header.date, "2024-02-01");
}

TEST(ReadHeader, WhoDecidesIsNoPartOfTheTitle) {
  const Header header = header_of(
      "HỘI ĐỒNG NHÂN DÂN\nTỈNH QUẢNG NINH\n\nSố: 99/2025/NQ-HĐND\n\nQuảng Ninh, ngày 16 tháng 12 năm "
      "2025\n\nNGHỊ QUYẾT\nQUY ĐỊNH MỨC CHI PHỤC VỤ BẦU CỬ TRÊN ĐỊA BÀN\nTỈNH QUẢNG NINH\nHỘI ĐỒNG NHÂN DÂN "
      "TỈNH "
      "QUẢNG NINH\nKHÓA XIV, KỲ HỌP THỨ 33\n\nCăn cứ Luật; trên địa bàn tỉnh Quảng Ninh.\n");
  EXPECT_EQ(header.title, "Quy định mức chi phục vụ bầu cử trên địa bàn tỉnh Quảng Ninh");
}

}  // namespace
}  // namespace giaidap
