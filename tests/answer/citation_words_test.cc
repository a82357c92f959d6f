#include "server/answer/citation_words.h"

#include <gtest/gtest.h>

namespace giaidap {
namespace {

const Agencies& agencies() {
  static const auto loaded = Agencies::load("corpus/vocabulary");
  EXPECT_TRUE(loaded.ok());
  return loaded.value();
}

TEST(CitationWords, TellKindDateIssuerAndName) {
  struct Case {
    const char* text;  // its first number is meant
    const char* kind;
    const char* date;
    const char* issuer;
    const char* name;
    const char* why;
  };
  const Case cases[] = {
      {"thi hành Nghị định số 87/2020/NĐ-CP ngày 28/7/2020 của Chính phủ về cơ sở dữ liệu hộ tịch điện tử, "
       "đăng "
       "ký hộ tịch trực tuyến; Công văn số 220/STP-HCTP&BTTP",
       "nghị định", "2020-07-28", "Chính phủ", "về cơ sở dữ liệu hộ tịch điện tử, đăng ký hộ tịch trực tuyến",
       "a whole citation, closed by a semicolon"},
      {"đã ký Quy chế phối hợp cấp, hủy, cấp lại Số định danh cá nhân cho công dân số 656/QCPH - "
       "HTQTCT-CNTT-C06 ngày 01/6/2023. Trên cơ sở đó, Bộ Tư pháp",
       "quy chế phối hợp", "2023-06-01", "Cục Hộ tịch, quốc tịch, chứng thực",
       "Quy chế phối hợp cấp, hủy, cấp lại Số định danh cá nhân cho công dân", "the name before the number"},
      {"Ngày 23/5/2023, Thủ tướng Chính phủ đã có Công văn số 452/TTg ngày 23/5/2023 về việc tháo gỡ các "
       "điểm "
       "nghẽn triển khai Đề án 06, theo đó đã giao Bộ Thông tin truyền thông chủ trì",
       "công văn", "2023-05-23", "Thủ tướng Chính phủ", "về việc tháo gỡ các điểm nghẽn triển khai Đề án 06",
       "the sentence goes on"},
      {"triển khai Công văn số 452/TTg-KSTT ngày 23 tháng 5 năm 2023 và các văn bản chỉ đạo", "công văn",
       "2023-05-23", "Thủ tướng Chính phủ", "", "the date in words, no name"},
      {"theo Công văn số 793/BTTTT-THH ngày 05/3/2022 của Bộ Thông tin và Truyền thông.", "công văn",
       "2022-03-05", "Bộ Thông tin và Truyền thông", "", "an issuer"},
      {"Thông tư số 01/2022/TT-BTP ngày 04/01/2022 của Bộ trưởng Bộ Tư pháp quy định chi tiết một số điều",
       "thông tư", "2022-01-04", "Bộ Tư pháp", "quy định chi tiết một số điều", "the minister signs"},
      {"- Chi thị 05, ngày 23/2/2023 của Thủ tướng Chính phủ - Thông báo 299/TB-VPCP", "chỉ thị",
       "2023-02-23", "Thủ tướng Chính phủ", "", "no signature, a tone lost, a comma before the date"},
      {"triển khai Nghị định số 73/2019/NĐ-CP (ngày 12/01/2024).", "nghị định", "", "Chính phủ", "",
       "the day of something else"},
      {"sửa đổi Thông tư 105/2020/TT-BTC về đăng ký thuế và Thông tư số 19/2021/TT-BTC về giao dịch điện tử",
       "thông tư", "", "Bộ Tài chính", "về đăng ký thuế", "the next document is another"},
      {"Quyết định số 1215/QĐ-UBND ngày 28/12/2018 của UBND tỉnh; hiện tại", "quyết định", "2018-12-28", "",
       "", "some province's committee"},
      {"Nghị quyết 175", "nghị quyết", "", "", "", "nothing but a kind"},
  };
  for (const Case& c : cases) {
    const auto numbers = find_document_numbers(c.text);
    ASSERT_FALSE(numbers.empty()) << c.why;
    const CitationWords said = citation_words(c.text, numbers.front(), agencies());
    EXPECT_EQ(said.kind, c.kind) << c.why;
    EXPECT_EQ(said.date, c.date) << c.why;
    EXPECT_EQ(said.issuer, c.issuer) << c.why;
    EXPECT_EQ(said.name, c.name) << c.why;
  }
}

TEST(CitationWords, SignaturesNameKinds) {
  EXPECT_EQ(kind_of_signature("NĐ-CP"), "nghị định");
  EXPECT_EQ(kind_of_signature("NQ/TW"), "nghị quyết");
  EXPECT_EQ(kind_of_signature("BTTTT-THH"), "");
  EXPECT_EQ(kind_of_signature(""), "");
}

}  // namespace
}  // namespace giaidap
