// Heads and closes in the forms that tables, wrapped lines and columns give them.
#include "indexer/dispatch/layout.h"

#include <gmock/gmock.h>

#include "indexer/dispatch/casing.h"
#include "indexer/dispatch/closing.h"
#include "indexer/dispatch/head_lines.h"
#include "indexer/dispatch/header.h"
#include "indexer/dispatch/letterhead.h"
#include "tests/dispatch/tables.h"

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
  EXPECT_EQ(read_header(blocks, tables().agencies, tables().header_words, Casing(blocks)).letterhead,
            "Tỉnh ủy Bắc Ninh");
}

Header header_of(const std::string& text) {
  const std::vector<Block> blocks = blocks_of(text);
  return read_header(blocks, tables().agencies, tables().header_words, Casing(blocks));
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

TEST(NumberIn, AsWrittenAndNothingBehindIt) {
  struct Case {
    const char* line;
    std::optional<std::string> number;
  };
  for (const Case& c : std::initializer_list<Case>{{" 06 /BC-TCTĐA06", "06/BC-TCTĐA06"},
                                                   {"5155/SGDĐT- GDTXNNĐH", "5155/SGDĐT-GDTXNNĐH"},
                                                   {"66-NQ/TW", "66-NQ/TW"},
                                                   {"12a/QĐ-UBND Hà Nội, ngày 1", "12a/QĐ-UBND"},
                                                   {"55/2025/NQ–HĐND", "55/2025/NQ-HĐND"},
                                                   {"321/BTP\u2011HTQTCT", "321/BTP-HTQTCT"},
                                                   {"814/CĐBVN-QLVT, PT&NL", "814/CĐBVN-QLVT, PT&NL"},
                                                   {" /KH-THPTĐBK", std::nullopt},
                                                   {"......../QĐ-BTP", std::nullopt},
                                                   {"123", std::nullopt}}) {
    EXPECT_EQ(number_in(c.line), c.number) << c.line;
  }
}

TEST(LetterheadIssuer, KnownAgenciesAndBodiesAsTheTextWritesThem) {
  const Casing casing(
      blocks_of("Quyết định của Sở Y tế và của Trường Đại học Kiến trúc Đà Nẵng thuộc tỉnh Phú Yên.\n"));
  const auto issuer = [&](const std::vector<std::string>& lines) {
    return letterhead_issuer(lines, tables().agencies, tables().header_words, casing);
  };
  EXPECT_EQ(issuer({"ỦY", "BAN NHÂN DÂN", "TỈNH QUẢNG TRỊ"}),
            tables().agencies.canonical("UBND tỉnh Quảng Trị"));
  EXPECT_EQ(issuer({"BỘ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG ĐẠI HỌC KIẾN TRÚC ĐÀ NẴNG"}),
            "Trường Đại học Kiến trúc Đà Nẵng");
  EXPECT_EQ(issuer({"ỦY BAN NHÂN DÂN", "TỈNH PHÚ YÊN", "SỞ Y TẾ"}), "Sở Y tế tỉnh Phú Yên");
  EXPECT_EQ(issuer({"ỦY BAN NHÂN DÂN", "XÃ TÂN THANH"}), "Ủy ban nhân dân xã Tân Thanh")
      << "places have capitals";
  EXPECT_EQ(issuer({"KÍNH BIẾU"}), std::nullopt);
}

Closing closing_of(const std::string& text) {
  return read_closing(blocks_of(text), 0, tables().header_words);
}

TEST(ReadClosing, NamesWrappedSignedMarksAndDegrees) {
  EXPECT_EQ(closing_of("Hết./.\n\nNơi nhận:\n- Lưu: VT.\n\n**CHỦ TỊCH**\nLê Hải\nHòa\n").signer.name,
            "Lê Hải Hòa");
  const Closing closing =
      closing_of("Hết./.\n\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\n(Đã ký)\nPhạm Minh Chính\n\nPHỤ LỤC\n");
  EXPECT_EQ(closing.signer.name, "Phạm Minh Chính");
  EXPECT_EQ(closing.signer.title, "TM. CHÍNH PHỦ THỦ TƯỚNG");
  const Closing degree = closing_of("Hết./.\n\nHIỆU TRƯỞNG\nPGS.TS. Lê Văn An\n");
  EXPECT_EQ(degree.signer.rank, "PGS.TS.");
  EXPECT_EQ(degree.signer.name, "Lê Văn An");
}

TEST(ReadClosing, AnElectronicStampMayStandAboveTheName) {
  const Closing closing = closing_of(
      "Hết./.\n\nNơi nhận:\n- Lưu: VT.\n\nKT. TỔNG GIÁM ĐỐC\nPHÓ TỔNG GIÁM ĐỐC\n\nKý bởi: Trần Đình "
      "Liệu\n\nCơ quan: BẢO HIỂM XÃ HỘI\nVIỆT NAM\n\nNgày ký: 20/07/2023 16:01:02\n\nTrần Đình Liệu\n");
  EXPECT_EQ(closing.signer.title, "KT. TỔNG GIÁM ĐỐC PHÓ TỔNG GIÁM ĐỐC");
  EXPECT_EQ(closing.signer.name, "Trần Đình Liệu");
}

TEST(ReadHeader, TheYearOfABlankDateMayBeWrapped) {
  const Header header = header_of(
      "Số: /QĐ-UBND\n\nHà Giang, ngày tháng năm\n2023\n\nQUYẾT ĐỊNH\n\nVề việc phê duyệt Kế hoạch\n\nCăn cứ "
      "Luật Tổ chức;\n");
  EXPECT_FALSE(header.date);
  EXPECT_EQ(header.kind, "quyết định");
  EXPECT_EQ(header.title, "Về việc phê duyệt Kế hoạch");
}

TEST(ReadClosing, NamesInCapitalsAreNoOffices) {
  const Closing closing =
      closing_of("Hết./.\n\nNơi nhận:\n- Lưu: VT.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNGUYỄN THỊ MINH THÚY\n");
  EXPECT_EQ(closing.signer.title, "KT. CHỦ TỊCH PHÓ CHỦ TỊCH");
  EXPECT_EQ(closing.signer.name, "NGUYỄN THỊ MINH THÚY");
}

TEST(ReadHeader, StampsAreNoPartOfTheLetterhead) {
  const Header header = header_of(
      "BỘ Y TẾ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nHỎA TỐC\n\nSố: "
      "999/BYT-KCB\nV/v phòng chống dịch\n\nHà Nội, ngày 1 tháng 2 năm 2024\n");
  EXPECT_EQ(header.letterhead, "Bộ Y tế");
  EXPECT_EQ(header.number, "999/BYT-KCB");
  EXPECT_EQ(header.date, "2024-02-01");
}

TEST(UnfoldLayout, TheNumberMayStandBehindTheKind) {
  const std::vector<Block> blocks =
      unfold_layout({row_of({{"QUỐC HỘI"}, {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"}}),
                     row_of({{"Luật số: 26/2023/QH15"}, {"Hà Nội, ngày 27 tháng 11 năm 2023"}})},
                    tables().header_words);
  const Header header = read_header(blocks, tables().agencies, tables().header_words, Casing(blocks));
  EXPECT_EQ(header.number, "26/2023/QH15");
  EXPECT_EQ(header.date, "2023-11-27");
}

TEST(ReadClosing, WithoutRecipientsASignatureEndsTheBody) {
  const Closing closing =
      closing_of("chịu trách nhiệm thi hành.\n\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\n\nPhạm Minh Chính\n");
  EXPECT_EQ(closing.begin, 1U);
  EXPECT_EQ(closing.signer.name, "Phạm Minh Chính");
}

TEST(ReadClosing, APageMayEndWithinTheSignature) {
  const Closing closing = closing_of(
      "Hết./.\n\nNơi nhận:\n- Văn phòng Tổng Bí thư;\n\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\n- Kiểm toán nhà "
      "nước;\n\n- Lưu: "
      "VT.\n\nVũ Thị Mai\n");
  EXPECT_EQ(closing.signer.name, "Vũ Thị Mai");
  EXPECT_EQ(closing.recipients, "Nơi nhận:\n- Văn phòng Tổng Bí thư;\n- Kiểm toán nhà nước;\n- Lưu: VT.");
}

}  // namespace
}  // namespace giaidap
