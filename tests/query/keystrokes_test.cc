#include "server/query/keystrokes.h"

#include <gmock/gmock.h>

namespace giaidap {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;

TEST(SyllablesOfKeys, ReadsTelexAndVni) {
  struct Case {
    const char* keys;
    const char* syllable;
    const char* why;
  };
  for (const Case& c : std::initializer_list<Case>{{"ddinhj", "định", "stroke and tone at the end"},
                                                   {"hieenr", "hiển", "circumflex by a doubled vowel"},
                                                   {"dduwowcj", "được", "both horns by w"},
                                                   {"nguowif", "người", "one w for uo"},
                                                   {"cawn", "căn", "w on a is a breve"},
                                                   {"DDINHJ", "định", "capitals"},
                                                   {"so61", "số", "VNI: circumflex and tone"},
                                                   {"d9inh5", "định", "VNI: 9 is the stroke"},
                                                   {"nguo7i2", "người", "VNI: 7 for uo"},
                                                   {"ca8n", "căn", "VNI: 8 is the breve"}}) {
    EXPECT_THAT(syllables_of_keys(c.keys), Contains(c.syllable)) << c.why;
  }
}

TEST(SyllablesOfKeys, LeavesAloneWhatWritesNoSyllable) {
  for (const char* keys : {"danh", "a", "C06", "VNeID", "12345", "abcdefghijklmnop", "định", "kcb", ""}) {
    EXPECT_THAT(syllables_of_keys(keys), IsEmpty()) << keys;
  }
}

}  // namespace
}  // namespace giaidap
