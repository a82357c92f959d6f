#include "indexer/particulars.h"

#include <gtest/gtest.h>

namespace giaidap {
namespace {

TEST(MaskParticulars, WhatIdentifiesAPersonAndNothingElse) {
  struct Case {
    const char* text;
    const char* masked;
    const char* why;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"Bà A (điện thoại 0912 345 678, 0987654321)",
            "Bà A (điện thoại [số điện thoại], [số điện thoại])", "mobile numbers, grouped or not"},
           {"ĐT: 024.3942.1234 hoặc +84 912 345 678.", "ĐT: [số điện thoại] hoặc [số điện thoại].",
            "other groupings"},
           {"CCCD 001203004567, CMND 123456789", "CCCD [số giấy tờ tùy thân], CMND [số giấy tờ tùy thân]",
            "identity numbers of 12 and 9 digits"},
           {"thẻ BHYT DN4797912345678, mã số BHXH 7912345678",
            "thẻ BHYT [số bảo hiểm], mã số BHXH [số bảo hiểm]", "insurance cards and numbers"},
           {"email an.nguyen@gmail.com.", "email [thư điện tử].", "addresses of citizens"},
           {"motcua@hanoi.gov.vn", "motcua@hanoi.gov.vn", "addresses of authorities stay"},
           {"Công văn số 761/BTP-CNTT, Nghị định 09/2026/NĐ-CP",
            "Công văn số 761/BTP-CNTT, Nghị định 09/2026/NĐ-CP", "document numbers"},
           {"hồ sơ 000.00.16.H05-230815-0012, thủ tục 1.004082.000.00.00.H50",
            "hồ sơ 000.00.16.H05-230815-0012, thủ tục 1.004082.000.00.00.H50",
            "codes of files and procedures"},
           {"500000000 đồng, 1.328.000.000 đồng, 130.000", "500000000 đồng, 1.328.000.000 đồng, 130.000",
            "amounts"},
           {"từ 01/01/2023 đến 31/12/2023, giai đoạn 2021-2025",
            "từ 01/01/2023 đến 31/12/2023, giai đoạn 2021-2025", "dates"},
           {"mã số thuế 0101234567", "mã số thuế 0101234567", "a firm's number"}}) {
    EXPECT_EQ(mask_particulars(c.text), c.masked) << c.why;
  }
}

TEST(MaskParticulars, QuestionsAndPetitionsButNoAnswers) {
  Entry entry;
  entry.kind = EntryKind::Qa;
  entry.question = "Tôi là A, số 0912345678, hỏi?";
  entry.answer = "Liên hệ 0243942123.";
  entry.text = *entry.question + "\n" + *entry.answer;
  mask_particulars(entry);
  EXPECT_EQ(entry.question, "Tôi là A, số [số điện thoại], hỏi?");
  EXPECT_EQ(entry.text, "Tôi là A, số [số điện thoại], hỏi?\nLiên hệ 0243942123.");
  Entry passage;
  passage.text = "Đường dây nóng 0912345678";
  mask_particulars(passage);
  EXPECT_EQ(passage.text, "Đường dây nóng 0912345678");
}

}  // namespace
}  // namespace giaidap
