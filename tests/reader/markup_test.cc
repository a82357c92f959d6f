#include "indexer/reader/markup.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/reader/block.h"

namespace giaidap {
namespace {

using testing::ElementsAre;

TEST(StripEmphasis, TakesMarksOutAndTellsWhatWasSetInBold) {
  struct Case {
    const char* input;
    const char* text;
    bool all_bold;
    const char* lead;
    const char* why;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"***b) Hiện trạng việc giải quyết***", "b) Hiện trạng việc giải quyết", true,
            "b) Hiện trạng việc giải quyết", "a heading set in bold italics"},
           {"**k) Vấn đề về bảo đảm an ninh, an toàn hệ thống:** Data Center tỉnh",
            "k) Vấn đề về bảo đảm an ninh, an toàn hệ thống: Data Center tỉnh", false,
            "k) Vấn đề về bảo đảm an ninh, an toàn hệ thống:", "a heading run in before the text"},
           {"đạt giải nhất (*cấp huyện: 214; cấp xã: 4.292*)",
            "đạt giải nhất (cấp huyện: 214; cấp xã: 4.292)", false, "",
            "emphasis inside the text is no lead"},
           {"\\* Đáp ứng các qui định hiện hành", "* Đáp ứng các qui định hiện hành", false, "",
            "an escaped star is a list mark"},
           {"(1) *Đối với nhiệm vụ các đơn vị:* hiện mới có", "(1) Đối với nhiệm vụ các đơn vị: hiện mới có",
            false, "Đối với nhiệm vụ các đơn vị:", "a lead after a list mark"},
           {"5 * 3 = 15", "5 * 3 = 15", false, "", "a lone star between blanks is text"}}) {
    const std::vector<MarkedLine> lines = strip_emphasis({c.input});
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].text, c.text) << c.why;
    EXPECT_EQ(lines[0].all_bold, c.all_bold) << c.why;
    EXPECT_EQ(lines[0].bold_lead, c.lead) << c.why;
  }
}

TEST(StripEmphasis, ReachesOverTheLinesOfAParagraph) {
  const std::vector<MarkedLine> lines = strip_emphasis({"**KT. TỔ TRƯỞNG", "TỔ PHÓ THƯỜNG TRỰC**"});
  EXPECT_EQ(lines[0].text, "KT. TỔ TRƯỞNG");
  EXPECT_EQ(lines[1].text, "TỔ PHÓ THƯỜNG TRỰC");
  EXPECT_TRUE(lines[0].all_bold);
  EXPECT_TRUE(lines[1].all_bold);
}

TEST(StripEmphasis, SuperscriptDigitsBecomeFootnoteMarks) {
  EXPECT_EQ(strip_emphasis({"Nghị quyết số 52-NQ/TW¹ nêu"})[0].text,
            "Nghị quyết số 52-NQ/TW\x02"
            "1\x03 nêu");
  EXPECT_EQ(strip_emphasis({"gồm: ⁽¹⁾ Dịch vụ công"})[0].text, "gồm: ⁽¹⁾ Dịch vụ công")
      << "a number of a list";
  EXPECT_EQ(strip_emphasis({"diện tích 120 m²"})[0].text, "diện tích 120 m²") << "an exponent";
}

TEST(HtmlParagraphs, ReadsCellsLacedWithTags) {
  EXPECT_THAT(html_paragraphs("<p>BỘ TÀI CHÍNH</p> <p>1. Quy trình thu</p>"),
              ElementsAre("BỘ TÀI CHÍNH", "1. Quy trình thu"));
  EXPECT_THAT(html_paragraphs("<ul style=\"list-style-type: none;\"> - Các yêu cầu trên"),
              ElementsAre("- Các yêu cầu trên"))
      << "a list that is never closed";
  EXPECT_THAT(html_paragraphs("Công an tỉnh ban hành 21<sup>1</sup> văn bản"),
              ElementsAre("Công an tỉnh ban hành 21\x02"
                          "1\x03 văn bản"));
  EXPECT_THAT(html_paragraphs("các nội dung: <sup>(1)</sup> Khẩn trương"),
              ElementsAre("các nội dung: (1) Khẩn trương"));
  EXPECT_THAT(html_paragraphs("<b>II. Nhiệm vụ cụ thể</b>"), ElementsAre("**II. Nhiệm vụ cụ thể**"));
}

TEST(HtmlParagraphs, ForgivesWhatIsNoHtml) {
  EXPECT_THAT(html_paragraphs("số lượng < 5 và > 3 & khác"), ElementsAre("số lượng < 5 và > 3 & khác"));
  EXPECT_THAT(html_paragraphs("A &amp; B <script>alert(1)</script> C"), ElementsAre("A & B  C"));
  EXPECT_TRUE(html_paragraphs("   ").empty());
}

TEST(HtmlParagraphs, DeepNestingEndsWithoutHarm) {
  std::string deep;
  for (int i = 0; i < 20000; ++i) deep += "<div>";
  EXPECT_LE(html_paragraphs(deep + "đáy").size(), 1U);
}

TEST(FootnoteMarks, LeaveThePlainTextBehind) {
  EXPECT_EQ(strip_footnote_marks("893/QĐ-TTg\x02"
                                 "7\x03 , Nghị định"),
            "893/QĐ-TTg, Nghị định");
  EXPECT_EQ(strip_footnote_marks("Đề án 06/CP\x02"
                                 "3\x03 và ý kiến"),
            "Đề án 06/CP và ý kiến");
  EXPECT_EQ(leading_footnote("\x02"
                             "12\x03 Bộ Lao động"),
            12);
  EXPECT_EQ(leading_footnote("Bộ Lao động\x02"
                             "12\x03"),
            0);
}

}  // namespace
}  // namespace giaidap
