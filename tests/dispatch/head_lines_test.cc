#include "indexer/dispatch/head_lines.h"

#include <gmock/gmock.h>

#include "indexer/dispatch/letterhead.h"
#include "tests/dispatch/tables.h"

namespace giaidap {
namespace {

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

}  // namespace
}  // namespace giaidap
