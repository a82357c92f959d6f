#include "server/query/excerpt.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace giaidap {
namespace {

using schema::Channel;
using ::testing::HasSubstr;
using ::testing::Not;

Plan plan_of(const std::vector<std::string>& folded) {
  Plan plan;
  for (const std::string& word : folded) {
    plan.concepts.push_back({{{{{Channel::Folded, word, "", 1, 3}}}}, 3, false, true});
    plan.word_weight += 3;
  }
  return plan;
}

std::string excerpt_of(const std::string& text, const std::vector<std::string>& folded,
                       std::size_t length = 300) {
  const Plan plan = plan_of(folded);
  const CodedText words = coded(analyse(text));
  return excerpt(whole_text(text, words), PassageScorer(plan), length);
}

TEST(ExcerptTest, MarksWhatWasAskedFor) {
  struct Case {
    const char* text;
    std::vector<std::string> asked;
    const char* expected;
    const char* why;
  };
  const Case cases[] = {
      {"Cấp số định danh cho trẻ.",
       {"so", "dinh", "danh"},
       "Cấp <mark>số định danh</mark> cho trẻ.",
       "one mark"},
      {"Cấp số, định danh.",
       {"so", "dinh"},
       "Cấp <mark>số</mark>, <mark>định</mark> danh.",
       "not over a comma"},
      {"Thẻ BHYT", {"cccd"}, "Thẻ BHYT", "nothing to mark"},
      {"Thẻ BHYT", {}, "Thẻ BHYT", "nothing asked"},
      {"", {"the"}, "", "no text"},
      {"...", {"the"}, "...", "a text without words"},
  };
  for (const Case& c : cases) EXPECT_EQ(excerpt_of(c.text, c.asked), c.expected) << c.why;
}

TEST(ExcerptTest, HostileTextIsText) {
  EXPECT_EQ(excerpt_of("<script>alert('số')</script> & \"x\"", {"so"}),
            "&lt;script&gt;alert(&#39;<mark>số</mark>&#39;)&lt;/script&gt; &amp; &quot;x&quot;");
  EXPECT_EQ(excerpt_of("<mark>số</mark>", {"so"}), "&lt;mark&gt;<mark>số</mark>&lt;/mark&gt;");
  EXPECT_EQ(excerpt_of("a <b onclick=số>", {"b", "onclick"}), "a &lt;<mark>b onclick</mark>=số&gt;");
}

TEST(ExcerptTest, ShowsTheBestSentenceOfALongText) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "Các bộ, ngành, địa phương tiếp tục triển khai nhiệm vụ được giao. ";
  text += "Hoàn trả lệ phí đổi giấy phép lái xe. ";
  for (int i = 0; i < 40; ++i) text += "Các bộ, ngành, địa phương tiếp tục triển khai nhiệm vụ được giao. ";
  const std::string html = excerpt_of(text, {"le", "phi"}, 100);
  EXPECT_THAT(html, HasSubstr("<mark>lệ phí</mark>"));
  EXPECT_EQ(html.substr(0, std::string("…").size()), "…");
  EXPECT_LT(html.size(), 400U);
}

TEST(ExcerptTest, CutsALongSentenceBetweenWords) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "nhiệm vụ ";
  text += "lệ phí ";
  for (int i = 0; i < 300; ++i) text += "nhiệm vụ ";
  const std::string html = excerpt_of(text, {"le", "phi"}, 60);
  EXPECT_THAT(html, HasSubstr("<mark>lệ phí</mark>"));
  EXPECT_LT(html.size(), 200U);
  EXPECT_THAT(html, Not(HasSubstr("\xEF\xBF\xBD")));
}

TEST(ExcerptTest, OfAnAnswerWithinItsEntryIsAsOfTheAnswerAlone) {
  const std::string question = "Trẻ khai sinh rồi mà chưa có số định danh. Cơ quan nào cấp?";
  const std::string answers[] = {
      "Công an xã cấp số định danh. Cha mẹ nộp hồ sơ tại xã.\n- Thời hạn: 07 ngày.",
      "1. Chính phủ đã giao Bộ Công an; 2. Bộ Tư pháp phối hợp.",
      "Đề nghị liên hệ TP. Hồ Chí Minh",
  };
  for (const std::string& answer : answers) {
    const std::string text = question + "\n" + answer;
    const CodedText words = coded(analyse(text));
    const auto part = part_of_text(text, words, answer);
    ASSERT_TRUE(part) << answer;
    for (const char* asked : {"dinh", "ho", "khai", "cong"}) {
      const Plan plan = plan_of({asked});
      for (const std::size_t length : {20U, 40U, 300U}) {
        EXPECT_EQ(excerpt(*part, PassageScorer(plan), length), excerpt_of(answer, {asked}, length))
            << answer << " " << asked << " " << length;
      }
    }
  }
}

TEST(ExcerptTest, APartIsTakenWhereItStandsLast) {
  const std::string text = "Nộp hồ sơ.\nNộp hồ sơ.";
  const CodedText words = coded(analyse(text));
  const auto part = part_of_text(text, words, "Nộp hồ sơ.");
  ASSERT_TRUE(part);
  EXPECT_EQ(part->first, 1U);
  EXPECT_EQ(part->last, 2U);
}

TEST(ExcerptTest, PartsThatAreNoSentencesOfTheTextAreToldApart) {
  const std::string text = "Cấp thẻ tại xã. Nộp hồ sơ.";
  const CodedText words = coded(analyse(text));
  EXPECT_TRUE(part_of_text(text, words, text));
  EXPECT_TRUE(part_of_text(text, words, "Nộp hồ sơ."));
  for (const char* part : {"", "thẻ tại xã.", "Cấp thẻ", "Thu phí."})
    EXPECT_FALSE(part_of_text(text, words, part)) << part;
}

}  // namespace
}  // namespace giaidap
