#include "server/api/linked_text.h"

#include <gtest/gtest.h>

namespace giaidap {
namespace {

TEST(LinkedText, CitedNumbersAreLinksAndTheRestIsEscaped) {
  struct Case {
    const char* text;
    std::vector<std::string> cites;
    const char* expected;
    const char* why;
  };
  const Case cases[] = {
      {"Văn bản số 3160/BTP-CNTT ngày 13/9/2021",
       {"3160/BTP-CNTT"},
       "Văn bản số <a href=\"/van-ban/3160%2FBTP-CNTT\">3160/BTP-CNTT</a> ngày 13/9/2021",
       "a number; a date is none"},
      {"Quy chế số 656/QCPH - HTQTCT-CNTT-C06 <b>",
       {"656/QCPH-HTQTCT-CNTT-C06"},
       "Quy chế số <a href=\"/van-ban/656%2FQCPH%20-%20HTQTCT-CNTT-C06\">656/QCPH - HTQTCT-CNTT-C06</a> "
       "&lt;b&gt;",
       "another spelling of a cited one; markup"},
      {"142/STP-HCTP&BTTP",
       {"142/STP-HCTP&BTTP"},
       "<a href=\"/van-ban/142%2FSTP-HCTP%26BTTP\">142/STP-HCTP&amp;BTTP</a>",
       "an ampersand in both places"},
      {"Nghị định 87/2020/NĐ-CP", {}, "Nghị định 87/2020/NĐ-CP", "without a page of its own"},
      {"", {}, "", "nothing"},
  };
  for (const Case& c : cases) EXPECT_EQ(linked_text(c.text, c.cites), c.expected) << c.why;
}

}  // namespace
}  // namespace giaidap
