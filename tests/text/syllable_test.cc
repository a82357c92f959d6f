#include <gtest/gtest.h>

#include <vector>

#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

struct Case {
  std::string_view input, expected, why;
};

TEST(CanonicalSyllable, PutsTheToneInItsPlace) {
  const std::vector<Case> cases = {
      {"hoà", "hòa", "new style to traditional"},
      {"hòa", "hòa", "traditional stays"},
      {"khoẻ", "khỏe", "oe"},
      {"thuỷ", "thủy", "uy"},
      {"uỷ", "ủy", "uy without onset: uỷ ban"},
      {"hoàn", "hoàn", "a coda moves the tone to the second vowel"},
      {"hòan", "hoàn", "misplaced before a coda"},
      {"tóan", "toán", "misplaced before a coda"},
      {"vịêt", "việt", "misplaced: on i of iê"},
      {"nghịêp", "nghiệp", "longest onset"},
      {"thíêu", "thiếu", "three vowels"},
      {"ngừơi", "người", "misplaced on ư of ươ"},
      {"đựơc", "được", "misplaced on ư of ươ"},
      {"chuỷên", "chuyển", "uyê"},
      {"khuỷu", "khuỷu", "three plain vowels: the middle one"},
      {"ngoài", "ngoài", "oai"},
      {"của", "của", "ua: the first"},
      {"cuả", "của", "ua misplaced"},
      {"mưa", "mưa", "no tone"},
      {"già", "già", "gi is an onset before a vowel"},
      {"gìa", "già", "tone on the i of the onset"},
      {"gì", "gì", "gi alone: i is the vowel"},
      {"giếng", "giếng", "gi with iê"},
      {"qúa", "quá", "tone on the u of the onset"},
      {"quốc", "quốc", "qu"},
      {"quỳnh", "quỳnh", "qu with y and coda"},
      {"thuở", "thuở", "uơ at the end is a vowel group"},
      {"xoong", "xoong", "oo"},
  };
  for (const auto& [input, expected, why] : cases) EXPECT_EQ(canonical_syllable(input), expected) << why;
}

TEST(CanonicalSyllable, UnifiesSpellingsOfOneWord) {
  const std::vector<Case> cases = {
      {"lí", "lý", "quản lí"},
      {"kĩ", "kỹ", "kĩ thuật"},
      {"mĩ", "mỹ", "i/y after m"},
      {"tỉ", "tỷ", "tỉ lệ"},
      {"hi", "hy", "hi sinh"},
      {"quí", "quý", "quí I"},
      {"qúi", "quý", "and misplaced"},
      {"sỹ", "sĩ", "liệt sỹ"},
      {"vy", "vi", "usual form: vi phạm"},
      {"vì", "vì", "stays"},
      {"y", "y", "y tế has no onset"},
      {"ý", "ý", "and ý kiến"},
      {"khi", "khi", "kh is not k"},
      {"thi", "thi", "th is not t"},
      {"tin", "tin", "with coda: one spelling only"},
      {"mai", "mai", "ai and ay differ"},
      {"may", "may", "ai and ay differ"},
      {"huớng", "hướng", "uơ before a coda is ươ"},
      {"trưòng", "trường", "ưo before a coda is ươ"},
      {"nứơc", "nước", "ươ, misplaced"},
      {"nguời", "người", "uơi is ươi"},
  };
  for (const auto& [input, expected, why] : cases) EXPECT_EQ(canonical_syllable(input), expected) << why;
}

TEST(CanonicalSyllable, LowersWhatIsNoSyllable) {
  const std::vector<Case> cases = {
      {"VNeID", "vneid", "foreign"},
      {"TTHC", "tthc", "abbreviation"},
      {"CSDLQGvDC", "csdlqgvdc", "abbreviation, longer than a syllable"},
      {"NĐ", "nđ", "no vowel"},
      {"C06", "c06", "digits"},
      {"résumé", "résumé", "two tones"},
      {"Café", "café", "f is no Vietnamese letter"},
      {"VI\u0323E\u0302T", "việt", "NFD, capitals"},
      {"", "", "empty"},
  };
  for (const auto& [input, expected, why] : cases) EXPECT_EQ(canonical_syllable(input), expected) << why;
}

}  // namespace
}  // namespace giaidap
