#include "indexer/dispatch/outline.h"

#include <gmock/gmock.h>

#include "tests/dispatch/tables.h"

namespace giaidap {
namespace {

using testing::ElementsAre;

Prose prose_of(const std::string& text) {
  const std::vector<Block> blocks = blocks_of(text);
  return outline_of(assemble_paragraphs(blocks, PairCounts(blocks)).body);
}

std::vector<std::string> headings(const std::string& text) {
  std::vector<std::string> lines;
  for (const OutlineItem& item : prose_of(text).outline) lines.push_back(item.path + " " + item.heading);
  return lines;
}

TEST(OutlineOf, PathsFollowTheNumbersWhateverTheSourceMarks) {
  EXPECT_THAT(
      headings("### I. TÌNH HÌNH\n\n#### 1. Công tác chỉ đạo\n\n##### 1.1. Kết quả\n\n*a) Công tác của UBND "
               "tỉnh*\n\nĐã làm.\n\n## 1.2. Tồn tại\n\nCòn.\n\n### II. NHẬN XÉT\n\n**2.1. Về DVC**\n\nTốt."),
      ElementsAre("I TÌNH HÌNH", "I.1 Công tác chỉ đạo", "I.1.1 Kết quả", "I.1.1.a Công tác của UBND tỉnh",
                  "I.1.2 Tồn tại", "II NHẬN XÉT", "II.2.1 Về DVC"));
}

TEST(OutlineOf, TellsHeadingsByHowTheyAreSet) {
  struct Case {
    const char* text;
    const char* heading;  // "" for none
    const char* why;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"**k) Vấn đề về an ninh:** Data Center tỉnh đã triển khai.", "k Vấn đề về an ninh",
            "run in, in bold"},
           {"1. Kết quả triển khai Sổ sức khỏe điện tử: Đã tạo lập 32,1 triệu Sổ.",
            "1 Kết quả triển khai Sổ sức khỏe điện tử", "run in before a colon"},
           {"2. Bộ Công an:", "2 Bộ Công an", "nothing but a name"},
           {"(1) Về pháp lý:", "1 Về pháp lý", "a bracket before a colon"},
           {"1. Tiếp tục chỉ đạo Công an tỉnh thực hiện các chỉ tiêu.", "", "a sentence"},
           {"(2) Thực hiện chỉ đạo của Thủ tướng Chính phủ.", "", "a sentence in brackets"},
           {"a) 03 phù hợp, gồm: (i) Phù hợp chủ trương; (ii) Phù hợp lợi ích.", "", "a list"},
           {"**4.1.** Đến nay, Bộ Công an đã cấp trên 85,4 triệu thẻ.", "", "only the number is in bold"}}) {
    const std::vector<std::string> found = headings(std::string(c.text) + "\n\nVăn bản tiếp theo.");
    if (*c.heading == '\0') {
      EXPECT_TRUE(found.empty()) << c.why;
    } else {
      EXPECT_THAT(found, ElementsAre(c.heading)) << c.why;
    }
  }
}

TEST(OutlineOf, ANumberedParagraphWithoutHeadingClosesThePartBefore) {
  const Prose prose = prose_of(
      "### III. TỒN TẠI\n\n**3. Về dữ liệu:** Còn 1,5 triệu.\n\n4. Ngày 30/10/2023, Chính phủ "
      "đã ban hành Nghị quyết 175 phê duyệt Đề án Trung tâm dữ liệu quốc gia.");
  ASSERT_EQ(prose.sections.back().path, "III.4");
  EXPECT_THAT(prose.sections.back().heading, ElementsAre("TỒN TẠI"));
}

TEST(OutlineOf, AHeadingCutInTwoIsOne) {
  EXPECT_THAT(
      headings("**b) Kết quả rà soát giữa dữ liệu tiêm**\n\n### ***chủng với dữ liệu dân cư***\n\nĐã làm."),
      ElementsAre("b Kết quả rà soát giữa dữ liệu tiêm chủng với dữ liệu dân cư"));
}

}  // namespace
}  // namespace giaidap
