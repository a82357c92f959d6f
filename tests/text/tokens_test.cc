#include "indexer/text/tokens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

using testing::ElementsAre;

// Tokens of a text, toned, "_" before those that join the one before.
std::string joined(std::string_view text) {
  std::string out;
  for (const Token& token : tokenize(text)) {
    if (!out.empty()) out += token.joins_previous ? '_' : ' ';
    out += token.toned;
  }
  return out;
}

struct Case {
  std::string_view input, expected, why;
};

TEST(Tokenize, SeparatesSyllablesAndNumbers) {
  const std::vector<Case> cases = {
      {"Cấp số định danh cá nhân", "cấp_số_định_danh_cá_nhân", "syllables"},
      {"BỘ TT&TT", "bộ_tt_tt", "& separates and joins"},
      {"656/QCPH - HTQTCT-CNTT-C06", "656_qcph_htqtct_cntt_c06", "slash and hyphens join"},
      {"Luật 15/2023/QH15, VNeID, A1", "luật_15_2023_qh15 vneid a1", "letters with digits are one token"},
      {"01/6/2023", "1_6_2023", "leading zeros"},
      {"có 02 bộ, 0 xã, 000", "có_2_bộ 0_xã 0", "zero stays"},
      {"551.502 hồ sơ", "551502_hồ_sơ", "thousands dot"},
      {"1.782.364.452.000 đồng", "1782364452000_đồng", "thousands dots"},
      {"25.8.2023", "25_8_2023", "a date is no thousands group"},
      {"phiên bản 1.0", "phiên_bản_1_0", "nor is a version"},
      {"1234.567", "1234_567", "more than three digits before the dot"},
      {"4.567. Sau", "4567 sau", "dot at the sentence end"},
      {"đạt 32,1%", "đạt_32,1", "decimal comma"},
      {"1.234,5 tỷ", "1234,5_tỷ", "both"},
      {"khoản 1, 2 và 1,2,3", "khoản_1 2_và_1 2 3", "lists of numbers are no decimals"},
      {"dulieu.kcb.vn", "dulieu_kcb_vn", "dots inside a name"},
      {"csdl_dc", "csdl_dc", "underscore separates"},
      {"50/NQCP²", "50_nqcp", "footnote signs are no letters"},
      {"“Đề án 06” của", "đề_án_6_của", "quotes do not break"},
      {"xong. Sau; đó: là (một) [hai], ba? bốn! năm", "xong sau đó là một hai ba bốn năm", "clauses break"},
      {"một\nhai\tba", "một hai ba", "lines and cells break"},
      {"mục… hai • ba", "mục hai ba", "ellipsis and bullets break"},
      {"quản lí, kĩ thuật Thuỷ", "quản_lý kỹ_thuật_thủy", "canonical syllables"},
      {"Ngân hàng Москва 北京", "ngân_hàng_москва_北京", "other scripts"},
      {"", "", "empty"},
      {" ./-– ", "", "nothing but punctuation"},
      {"\xFF\xC3 a\xE1\xBB", "a", "invalid bytes"},
  };
  for (const auto& [input, expected, why] : cases) EXPECT_EQ(joined(input), expected) << why;
}

TEST(Tokenize, GivesBytesOfTheText) {
  const std::string text = "Số: 551.502 hồ sơ (NĐ-CP)";
  std::vector<std::string> words;
  for (const Token& token : tokenize(text)) {
    words.push_back(text.substr(token.byte_begin, token.byte_end - token.byte_begin));
  }
  EXPECT_THAT(words, ElementsAre("Số", "551.502", "hồ", "sơ", "NĐ", "CP"));
}

TEST(Tokenize, FirstTokenJoinsNothing) {
  const auto tokens = tokenize("- Đề án");
  ASSERT_EQ(tokens.size(), 2U);
  EXPECT_FALSE(tokens[0].joins_previous);
  EXPECT_TRUE(tokens[1].joins_previous);
  EXPECT_EQ(tokens[0].folded, "de");
}

}  // namespace
}  // namespace giaidap
