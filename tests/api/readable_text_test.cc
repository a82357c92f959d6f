#include "server/api/readable_text.h"

#include <gmock/gmock.h>

#include "server/query/plan.h"

namespace giaidap {
namespace {

using ::testing::HasSubstr;

const QueryTables& tables() {
  static const auto loaded = QueryTables::load("corpus/vocabulary");
  return loaded.value();
}

TEST(ReadableText, CitedNumbersAreLinksAndTheRestIsEscaped) {
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
  for (const Case& c : cases)
    EXPECT_EQ(ReadableText(c.cites, nullptr, nullptr).html(c.text), c.expected) << c.why;
}

TEST(ReadableText, AbbreviationsAreExplainedOnceForTheKeyboard) {
  const Explainer explainer(tables(), "dịch vụ mới lạ (DVML)");
  ReadableText readable({}, &explainer, nullptr);
  EXPECT_EQ(readable.html("TTHC và <TTHC>, DVML"),
            "<abbr tabindex=\"0\" title=\"thủ tục hành chính\">TTHC</abbr> và &lt;<abbr title=\"thủ tục hành "
            "chính\">TTHC</abbr>&gt;, <abbr tabindex=\"0\" title=\"dịch vụ mới lạ\">DVML</abbr>");
  EXPECT_THAT(readable.html("BTTTT"), HasSubstr("title=\"Bộ Thông tin và Truyền thông\""));
  EXPECT_EQ(readable.html("HT và XYZ"), "HT và XYZ") << "several meanings, or none";
  EXPECT_EQ(readable.abbreviations().size(), 3U);
}

TEST(ReadableText, TheWordsOfTheQueryAreMarkedAndCounted) {
  Plan plan;
  for (const char* word : {"tthc", "3160", "btp"}) {
    Concept wanted;
    wanted.weight = 3;
    wanted.alternatives = {{{{schema::Channel::Folded, word, "", 1, 3}}}};
    wanted.marked = true;
    plan.concepts.push_back(wanted);
  }
  const PassageScorer scorer(plan);
  const Explainer explainer(tables(), "");
  ReadableText readable({"3160/BTP-CNTT"}, &explainer, &scorer);
  const std::string html = readable.html("Về TTHC và TTHC.\nVăn bản 3160/BTP-CNTT cũ.");
  EXPECT_THAT(
      html,
      HasSubstr("<mark id=\"tim-1\"><abbr tabindex=\"0\" title=\"thủ tục hành chính\">TTHC</abbr></mark>"));
  EXPECT_THAT(html, HasSubstr("<mark><abbr title=\"thủ tục hành chính\">TTHC</abbr></mark>"));
  EXPECT_THAT(html, HasSubstr("<a href=\"/van-ban/3160%2FBTP-CNTT\"><mark id=\"tim-2\">3160</mark>"));
  EXPECT_EQ(readable.places(), 2) << "one a sentence";
}

}  // namespace
}  // namespace giaidap
