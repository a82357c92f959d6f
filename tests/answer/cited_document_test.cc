#include "server/answer/cited_document.h"

#include <gmock/gmock.h>

namespace giaidap {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

// What entries with these texts tell of a number.
DocumentAsCited told(const char* number, const std::vector<const char*>& texts) {
  static const auto agencies = Agencies::load("corpus/vocabulary");
  EXPECT_TRUE(agencies.ok());
  std::vector<SearchHit> entries;
  for (const char* text : texts) entries.emplace_back().entry.text = text;
  return document_as_cited(number, entries, agencies.value());
}

TEST(CitedDocument, TheCommonestWordsDescribeIt) {
  const auto document = told(
      "656/QCPH-HTQTCT-CNTT-C06",
      {"duy trì thực hiện tốt Quy chế phối hợp số 656/QCPH-HTQTCT-CNTT-C06 ngày 01/6/2023 giải quyết sớm",
       "đã ký Quy chế phối hợp cấp, hủy, cấp lại Số định danh cá nhân cho công dân số 656/QCPH - "
       "HTQTCT-CNTT-C06 ngày 01/6/2023.",
       "theo Công văn số 656/TTg-KSTT ngày 24/8/2024"});
  EXPECT_EQ(document.kind, "quy chế phối hợp");
  EXPECT_EQ(document.date, "2023-06-01");
  EXPECT_EQ(document.name, "Quy chế phối hợp cấp, hủy, cấp lại Số định danh cá nhân cho công dân");
  EXPECT_THAT(document.description, HasSubstr("đã ký Quy chế")) << "the sentence that tells most";
  EXPECT_THAT(document.spellings,
              UnorderedElementsAre("656/QCPH-HTQTCT-CNTT-C06", "656/QCPH - HTQTCT-CNTT-C06"));
  EXPECT_THAT(document.citing, ElementsAre(0, 1));
  EXPECT_THAT(document.apart, IsEmpty()) << "the other 656 is of another kind and whole";
}

TEST(CitedDocument, DamagedNumbersAreJoinedWhereThatIsSure) {
  struct Case {
    const char* damaged;
    std::vector<const char*> texts;
    const char* whole;  // what the damaged one is found under
    const char* why;
  };
  const Case cases[] = {
      {"50/NQCP",
       {"triển khai Nghị quyết số 50/NQCP ngày 20/5/2021",
        "Nghị quyết số 50/NQ-CP ngày 20/5/2021 của Chính phủ"},
       "50/NQ-CP",
       "a dash lost"},
      {"06/TTg",
       {"Quyết định số 06/TTg ngày 06/1/2022 của Thủ tướng Chính phủ Phê duyệt Đề án",
        "Quyết định số 06/QĐ-TTg ngày 06/01/2022", "Thông báo số 06/TB-VPCP ngày 10/01/2024"},
       "06/QĐ-TTg",
       "the kind lost; another document of the same digits"},
      {"299/1B-VPCP",
       {"Thông báo 299/1B-VPCP ngày 31/07/2023", "Thông báo 299/TB-VPCP ngày 31/7/2023"},
       "299/TB-VPCP",
       "a letter misread"},
      {"422",
       {"theo QĐ 422 của Thủ tướng Chính phủ", "Quyết định 422/QĐ-TTg ngày 04/4/2022"},
       "422/QĐ-TTg",
       "only the kind"},
      {"105",
       {"Thông tư số 105 ngày 03/12/2020 hướng dẫn về đăng ký thuế",
        "Thông tư 105/2020/TT-BTC về đăng ký thuế"},
       "105/2020/TT-BTC",
       "the year of the date"},
      {"933/BKHĐT",
       {"Công văn số 933/BKHĐT ngày 16/02/2022", "Văn bản số 933/BKHĐT-QPAN ngày 16/02/2022"},
       "933/BKHĐT-QPAN",
       "the unit lost"},
      {"306",
       {"Công văn số 306 ngày 10/01/2024", "Công văn số 306/STP-HCTP&BTTP ngày 01/4/2022"},
       "306",
       "another date: kept apart"},
      {"123/NĐ-CP", {"sửa đổi Nghị định số 123/NĐ-CP"}, "123/NĐ-CP", "nothing to join it to"},
      {"105", {"Thông tư số 105 ngày 03/12/2021", "Thông tư 105/2020/TT-BTC về thuế"}, "105", "another year"},
      {"45",
       {"Nghị định 45 quy định", "Nghị định số 45/2020/NĐ-CP ngày 08/4/2020", "Nghị định 45/2019/NĐ-CP"},
       "45",
       "two that it may be"},
      {"23", {"Chỉ thị số 23 ngày 09/7/2023 của TTCP", "Nghị định số 23/2024/NĐ-CP"}, "23", "another kind"},
  };
  for (const Case& c : cases) {
    const auto document = told(c.damaged, c.texts);
    EXPECT_EQ(document.number, c.whole) << c.why;
    const bool joined = std::string(c.whole) != c.damaged;
    EXPECT_EQ(document.joined, joined ? std::vector<std::string>{c.damaged} : std::vector<std::string>{})
        << c.why;
    const auto whole = told(c.whole, c.texts);
    EXPECT_EQ(whole.joined, document.joined) << c.why << ": the same from the other side";
  }
}

TEST(CitedDocument, WhatIsNotSureIsSaidSo) {
  const std::vector<const char*> texts = {"Công văn số 306 ngày 10/01/2024",
                                          "Công văn số 306/STP-HCTP&BTTP ngày 01/4/2022"};
  EXPECT_THAT(told("306", texts).apart, ElementsAre("306/STP-HCTP&BTTP"));
  EXPECT_THAT(told("306/STP-HCTP&BTTP", texts).apart, ElementsAre("306"));
  EXPECT_THAT(told("306", texts).citing, ElementsAre(0)) << "its own entries only";
}

TEST(CitedDocument, BareNumbersOfOtherKindsStayWithTheirs) {
  const std::vector<const char*> texts = {"Chỉ thị 05, ngày 23/2/2023", "Chỉ thị 05/CT-TTg ngày 23/2/2023",
                                          "Nghị định 05 về thuế"};
  EXPECT_THAT(told("05/CT-TTg", texts).citing, ElementsAre(0, 1));
}

TEST(CitedDocument, ANumberMayRecurEachYear) {
  const auto document =
      told("50/NQ-CP", {"Nghị quyết số 50/NQ-CP ngày 08/4/2023", "Nghị quyết 50/NQ-CP ngày 8/4/2023",
                        "Nghị quyết số 50/NQ-CP ngày 20/5/2021"});
  EXPECT_THAT(document.dates, ElementsAre("2023-04-08", "2021-05-20"));
}

TEST(CitedDocument, HostileNumbersTellNothing) {
  for (const char* number : {"", "///", "99999999999999999999/X", "<b>", "\xC4\x90"}) {
    EXPECT_THAT(told(number, {"Nghị quyết 50/NQ-CP"}).citing, IsEmpty()) << number;
  }
}

}  // namespace
}  // namespace giaidap
