#include "indexer/text/normalize.h"

#include <gtest/gtest.h>

#include <vector>

namespace giaidap {
namespace {

struct Case {
  std::string_view input, expected, why;
};

TEST(NormalizeText, GivesOneFormOfWhatLooksTheSame) {
  const std::vector<Case> cases = {
      {"Nghị định số 87/2020/NĐ-CP", "Nghị định số 87/2020/NĐ-CP", "plain text stays"},
      {"e\u0302\u0323", "ệ", "NFD becomes NFC"},
      {"e\u0323\u0302", "ệ", "marks in another order"},
      {"i\u0300nh", "ình", "mark typed after a letter"},
      {"\u00D0ăng ký", "Đăng ký", "Icelandic eth for Đ"},
      {"\u0189ề án, \u00F0ề án", "Đề án, đề án", "African D; small eth"},
      {"số\u00ADliệu\u200B dân\uFEFFcư\u202E", "sốliệu dâncư", "invisible signs"},
      {"e\u200B\u0301", "é", "a mark behind an invisible sign still composes"},
      {"Điều\u00A07\u3000khoản\u20092", "Điều 7 khoản 2", "odd spaces"},
      {"ＣＣＣＤ　１２", "CCCD 12", "full-width forms"},
      {"một\r\nhai\nba\tbốn\fnăm", "một\r\nhai\nba\tbốn\fnăm", "line breaks, tabs and page breaks stay"},
      {"một\u2028hai\u0085ba", "một\nhai\nba", "Unicode line breaks"},
      {std::string_view("a\0b\x07", 4), "ab", "control characters"},
      {"hoà hòa Thuỷ", "hoà hòa Thuỷ", "spelling and case stay"},
      {"QCPH – HTQTCT “quy chế”…", "QCPH – HTQTCT “quy chế”…", "punctuation stays"},
      {"\xC3(\xE1\xBB \xFF", "\uFFFD(\uFFFD\uFFFD \uFFFD", "invalid bytes"},
      {"", "", "empty"},
  };
  for (const auto& [input, expected, why] : cases) EXPECT_EQ(normalize_text(input), expected) << why;
}

TEST(IsValidUtf8, RefusesWhatIsNoScalarValue) {
  for (const std::string_view good : {"", "abc", "Đề án 06", "\U0001F600", "\uFFFD"})
    EXPECT_TRUE(is_valid_utf8(good));
  const std::vector<Case> bad = {
      {"\xC0\xAF", "", "overlong slash"}, {"\xE0\x80\x80", "", "overlong"},
      {"\xED\xA0\x80", "", "surrogate"},  {"\xF4\x90\x80\x80", "", "too high"},
      {"\xE1\xBB", "", "cut off"},        {"\x80", "", "continuation alone"},
      {"\xFF", "", "no such byte"},       {"caf\xE9", "", "Latin-1, not UTF-8"},
  };
  for (const auto& [input, expected, why] : bad) EXPECT_FALSE(is_valid_utf8(input)) << why;
}

TEST(Lower, KeepsTones) {
  const std::vector<Case> cases = {
      {"BỘ THÔNG TIN VÀ TRUYỀN THÔNG", "bộ thông tin và truyền thông", "all Vietnamese capitals"},
      {"ĐĂNG KÝ ƯU TIÊN", "đăng ký ưu tiên", "Đ, Ă, Ư"},
      {"\u00D0\u0189", "đđ", "look-alikes of Đ"},
      {"VNeID, C06!", "vneid, c06!", "punctuation and digits stay"},
      {"E\u0302\u0323", "ệ", "output is NFC"},
      {"ΑΒΓ Москва", "αβγ москва", "other scripts"},
  };
  for (const auto& [input, expected, why] : cases) EXPECT_EQ(lower(input), expected) << why;
}

TEST(Fold, TakesDiacriticsAway) {
  const std::vector<Case> cases = {
      {"Đăng ký khai sinh", "dang ky khai sinh", "as the header says"},
      {"ĐƯỢC, thuở, nghiễm", "duoc, thuo, nghiem", "horns, hooks, tildes"},
      {"đe\u0302\u0300 a\u0301n", "de an", "NFD"},
      {"\u00D0\u00F0", "dd", "eth"},
      {"naïve Çà ñ", "naive ca n", "other Latin letters"},
      {"\u212B\u212A", "ak", "signs of Ångström and Kelvin"},
      {"656/QCPH – HTQTCT", "656/qcph – htqtct", "only letters change"},
  };
  for (const auto& [input, expected, why] : cases) EXPECT_EQ(fold(input), expected) << why;
}

TEST(Squeeze, LeavesSingleSpaces) {
  EXPECT_EQ(squeeze("  số:  1165 \t/\r\nTCTTKĐA \n"), "số: 1165 / TCTTKĐA");
  EXPECT_EQ(squeeze(" \n\t "), "");
  EXPECT_EQ(squeeze(""), "");
}

}  // namespace
}  // namespace giaidap
