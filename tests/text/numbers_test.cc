#include "indexer/text/numbers.h"

#include <gtest/gtest.h>

#include <vector>

namespace giaidap {
namespace {

// The texts of the numbers found, "|" between them.
std::string found(std::string_view text) {
  std::string out;
  for (const DocumentNumber& number : find_document_numbers(text)) {
    if (!out.empty()) out += '|';
    out += number.text;
  }
  return out;
}

struct Case {
  std::string_view input, expected, why;
};

TEST(FindDocumentNumbers, WrittenOut) {
  const std::vector<Case> cases = {
      {"Văn bản số 1552/BTTTT-THH ngày 26/4/2022", "1552/BTTTT-THH", "number and signature"},
      {"Nghị định 87/2020/NĐ-CP của Chính phủ", "87/2020/NĐ-CP", "with year"},
      {"Số: 1165 /TCTTKĐA", "1165/TCTTKĐA", "blank before the slash"},
      {"cho công dân số 656/QCPH - HTQTCT-CNTT-C06 ngày 01/6/2023", "656/QCPH - HTQTCT-CNTT-C06", "blanks"},
      {"Công văn số 814/CĐBVN-QLVT, PT&NL ngày 07/11/2022", "814/CĐBVN-QLVT, PT&NL", "list of units"},
      {"Nghị định số 23/2024/NĐ-\nCP ngày 27/02/2024", "23/2024/NĐ-CP", "broken over a line"},
      {"liên tịch số 04/2015/TTLT-BKHĐT-BTC-BNV ngày", "04/2015/TTLT-BKHĐT-BTC-BNV", "joint circular"},
      {"15/2023/QH15 ngày 09/01/2023 và Nghịđịnh số 96/2023/NĐ-CP", "15/2023/QH15|96/2023/NĐ-CP", "law"},
      {"theo Nghị định số 83/CP ngày 17/12/1996", "83/CP", "old decree"},
      {"Kế hoạch số 884/KH-CAT-PV01(PC06) ngày", "884/KH-CAT-PV01(PC06)", "unit in brackets"},
      {"Công văn số 1457/CAT(Đ1) ngày 18/4", "1457/CAT(Đ1)", "bracket behind the first part"},
      {"Công văn số 72/CNTT-HTTT&CSDL ngày", "72/CNTT-HTTT&CSDL", "ampersand"},
      {"Quyết định số 124/2004/QĐ-TTG", "124/2004/QĐ-TTG", "capitals"},
      {"Nghị quyết số 52-NQ/TW¹ nêu", "52-NQ/TW", "the Party's way"},
      {"Nghị quyết số 50/NQCP² ngày", "50/NQCP", "footnote sign behind it"},
      {"số 70/2024-NĐ-CP, hoàn thành", "70/2024/NĐ-CP", "hyphen behind the year"},
      {"Nghị quyết 185/Nq-CP ngày 07/11/2023", "185/Nq-CP", "kind in small letters"},
      {"Thông báo 8055/1B-TCTTKĐA ngày", "8055/1B-TCTTKĐA", "TB misread"},
      {"theo Công văn số 276/H02-BCA ngày", "276/H02-BCA", "a body's number"},
      {"Quyết định số 766/QĐ-TTg; Công văn 452/TTg-KSTT.", "766/QĐ-TTg|452/TTg-KSTT", "several"},
      {"số 1552/BTTTT-THH (lần 2), theo đó", "1552/BTTTT-THH", "a remark is no bracket of units"},
      {"(Công văn số 04/TTNCUD, ngày 11/01/2024)", "04/TTNCUD", "comma"},
      {"Kế hoạch số 21/KH-UBND tỉnh", "21/KH-UBND", "what follows stays out"},
      {"số 452/TTg - UBND tỉnh Bắc Ninh", "452/TTg", "a dash with blanks behind a full number"},
      {"Công văn số 931/BYT - BH ngày 28/2/2022", "931/BYT - BH", "unless its date follows"},
      {"số 2116/C06 - TTDLDC - Đ1 ngày 5/6", "2116/C06 - TTDLDC - Đ1", "behind further parts"},
      {"Công văn số 45/VPCP\n- BCA chủ trì", "45/VPCP", "a list mark on the next line"},
  };
  for (const auto& [input, expected, why] : cases) EXPECT_EQ(found(input), expected) << why;
}

TEST(FindDocumentNumbers, ByKindAlone) {
  const std::vector<Case> cases = {
      {"TTHC theo Công văn số 761.", "761", "with số"},
      {"theo Quyết định số 4026 của Bộ Y tế", "4026", "with số"},
      {"dịch vụ công theo QĐ 422 của Thủ tướng", "422", "abbreviation"},
      {"theo quy định Nghị định 13, ảnh chân dung", "13", "comma behind it"},
      {"đã ban hành Nghị quyết 175 phê duyệt", "175", "kind alone"},
      {"Chi thị 05, ngày 23/2/2023", "05", "misspelt"},
      {"Chi thị 27 ngày 27/10/2023", "27", "its date follows"},
      {"Công văn số 306 ngày 10/01/2024", "306", "its date follows"},
      {"điều chỉnh Quyết định số 05/2006 cho phù hợp", "05/2006", "with year"},
      {"C06 đã ký quy chế số 656 với Cục HTQTCT", "656", "weak kind with số"},
      {"Thông tư số 105 ngày 03/12/2020", "105", "with số"},
      {"ai ký thông báo 8545", "8545", "weak kind, long number"},
      {"Nghị định 13 năm 2023", "13", "its year follows"},
  };
  for (const auto& [input, expected, why] : cases) EXPECT_EQ(found(input), expected) << why;
}

TEST(FindDocumentNumbers, AsPeopleType) {
  const std::vector<Case> cases = {
      {"nđ 87/2020", "87/2020", "abbreviated kind and year"},
      {"nd 87/2020", "87/2020", "without tones"},
      {"cv 452/TTg", "452/TTg", "abbreviated kind"},
      {"công văn 1304 của Bộ Tài chính", "1304", "kind in words"},
      {"cong van 1304", "1304", "without tones"},
      {"87/2020/ND-CP", "87/2020/ND-CP", "nothing but the number"},
      {"87/2020/nđ-cp quy định gì", "87/2020/nđ-cp", "small letters"},
      {"656/QCPH – HTQTCT", "656/QCPH – HTQTCT", "en dash"},
      {"656/qcph – htqtct", "656/qcph – htqtct", "small letters, en dash"},
      {"452/ttg la gi", "452/ttg", "no syllable, so a signature"},
      {"1165/byt-kcb", "1165/byt-kcb", "one part is no syllable"},
      {"cv 874/byt", "874/byt", "a kind settles what could be a syllable"},
      {"570/TTLTPQG", "570/TTLTPQG", "capitals"},
      {"công văn 1552/btttt - thh", "1552/btttt - thh", "blanks around the dash at the end"},
      {"52-nq/tw", "52-nq/tw", "the Party's way"},
      {"services from Decision 422 on the portal", "422", "English"},
      {"Decree No. 87/2020 on civil status", "87/2020", "English, No."},
      {"what does official dispatch 1552 say", "1552", "English, two words"},
  };
  for (const auto& [input, expected, why] : cases) EXPECT_EQ(found(input), expected) << why;
}

TEST(FindDocumentNumbers, NotEverythingIsOne) {
  const std::vector<std::string_view> none = {
      "Còn 13/28 TTHC chưa hoàn thành",
      "ngày 25/8/2023, sau 1/7",
      "gần 24,3/25 triệu hồ sơ",
      "Tháng 6/2022",
      "mục II.2 và Điều 7",
      "triển khai Đề án 06 trên địa bàn",
      "nhiệm vụ của Đề án 06/CP ở địa phương",
      "ĐỀ ÁN 06/CP THÁNG 1/2024",
      "de an 06/cp",
      "where does the money for Project 06 come from",
      "ĐA 06 và đề án số 06/CP",
      "Mẫu số 01/ĐKT-HS",
      "báo cáo 01 năm tình hình triển khai",
      "trong 306 ngày",
      "thông báo nợ 500 triệu",
      "Nghị định 02 năm triển khai",
      "ban hành 28 văn bản, 02 văn bản gửi",
      "hướng dẫn 23.042 lượt người dân",
      "Báo cáo 2023, kế hoạch 6/2023",
      "Quyết định 49,2% và thông báo 16:30",
      "điện thoại 0912345678, số 02438222666",
      "100.000đ/hồ sơ, 2/lan, 24/7, 5/km",
      "535/1.086 thủ tục hành chính",
      "https://dichvucong.gov.vn/12/ABC-DEF",
      "08/09 huyện, 51/63 địa phương",
      "2 cấp/UBND",
      "12/Bộ Tư pháp",
      "",
      "/",
      "1/",
      "số",
  };
  for (const std::string_view text : none) EXPECT_EQ(found(text), "") << text;
}

TEST(FindDocumentNumbers, TellsTheParts) {
  const std::string text = "Quy chế số 0656/QCPH - HTQTCT-CNTT-C06 và Nghị định số 23/2024/NĐ-\nCP, QĐ 06";
  const auto numbers = find_document_numbers(text);
  ASSERT_EQ(numbers.size(), 3U);
  EXPECT_EQ(numbers[0].key, "656/QCPH-HTQTCT-CNTT-C06");
  EXPECT_EQ(numbers[0].digits, "656");
  EXPECT_EQ(numbers[0].year, "");
  EXPECT_EQ(numbers[0].signature, "QCPH-HTQTCT-CNTT-C06");
  EXPECT_EQ(text.substr(numbers[0].byte_begin, numbers[0].byte_end - numbers[0].byte_begin),
            "0656/QCPH - HTQTCT-CNTT-C06");
  EXPECT_EQ(numbers[1].key, "23/2024/ND-CP");
  EXPECT_EQ(numbers[1].year, "2024");
  EXPECT_EQ(numbers[1].signature, "NĐ-CP");
  EXPECT_EQ(text.substr(numbers[1].byte_begin, numbers[1].byte_end - numbers[1].byte_begin),
            "23/2024/NĐ-\nCP");
  EXPECT_EQ(numbers[2].key, "6");
  EXPECT_EQ(numbers[2].signature, "");
}

TEST(NumberKey, IsOneForAllSpellings) {
  const std::vector<Case> cases = {
      {"06/QĐ-TTg", "6/QD-TTG", "leading zero, tones"},
      {"6 / QD – TTG", "6/QD-TTG", "blanks, en dash"},
      {"6/q\u0111-ttg", "6/QD-TTG", "small letters"},
      {"\u00D0 06", "D06", "eth"},
      {"656/QCPH - HTQTCT-CNTT-C06", "656/QCPH-HTQTCT-CNTT-C06", "zero of a body's number stays"},
      {"70/2024-NĐ-CP", "70/2024/ND-CP", "sign behind the year"},
      {"23/2024/NĐ-\nCP", "23/2024/ND-CP", "line break"},
      {"814/CĐBVN-QLVT, PT&NL", "814/CDBVN-QLVT,PT&NL", "list of units"},
      {"52-NQ/TW", "52-NQ/TW", "the Party's way"},
      {"761", "761", "number alone"},
      {"000", "000", "no number"},
      {"", "", "empty"},
  };
  for (const auto& [input, expected, why] : cases) {
    EXPECT_EQ(number_key(input), expected) << why;
    EXPECT_EQ(number_key(number_key(input)), expected) << why;
  }
}

}  // namespace
}  // namespace giaidap
