#include "indexer/dispatch/paragraphs.h"

#include <gmock/gmock.h>

#include "tests/dispatch/tables.h"

namespace giaidap {
namespace {

using testing::ElementsAre;

std::vector<std::string> bodies(const std::string& text) {
  const std::vector<Block> blocks = blocks_of(text);
  std::vector<std::string> texts;
  for (const Paragraph& paragraph : assemble_paragraphs(blocks, PairCounts(blocks)).body)
    texts.push_back(paragraph.text);
  return texts;
}

std::vector<std::string> notes(const std::string& text) {
  const std::vector<Block> blocks = blocks_of(text);
  std::vector<std::string> texts;
  for (const Footnote& note : assemble_paragraphs(blocks, PairCounts(blocks)).notes) {
    texts.push_back(std::to_string(note.number) + " " + note.text);
  }
  return texts;
}

TEST(AssembleParagraphs, ListItemsStayApart) {
  EXPECT_THAT(bodies("- Văn phòng Chính phủ;\n- Bộ Công an."),
              ElementsAre("- Văn phòng Chính phủ;", "- Bộ Công an."));
}

TEST(AssembleParagraphs, WrappedLinesAreOneParagraph) {
  EXPECT_THAT(bodies("Thực hiện ý kiến chỉ đạo của Phó Thủ tướng \n\ntại Công văn số 222/TTg-KSTT.\n"),
              ElementsAre("Thực hiện ý kiến chỉ đạo của Phó Thủ tướng tại Công văn số 222/TTg-KSTT."));
  EXPECT_THAT(bodies("V/v giải đáp khó khăn,\nvướng mắc trong triển khai\nĐề án 06"),
              ElementsAre("V/v giải đáp khó khăn, vướng mắc trong triển khai Đề án 06"));
}

TEST(AssembleParagraphs, ASentenceCutByThePageIsMadeWholeAroundItsFootnotes) {
  const std::string text =
      "- Phối hợp Bưu điện tỉnh ký Thỏa thuận hợp tác<sup>1</sup> về việc tiếp nhận hồ sơ thuộc\n\n"
      "<sup>1</sup> Kế hoạch số 884/KH-CAT ngày 15/3/2022.\n\n"
      "thẩm quyền giải quyết của Công an tỉnh.\n";
  EXPECT_THAT(bodies(text),
              ElementsAre("- Phối hợp Bưu điện tỉnh ký Thỏa thuận hợp tác về việc tiếp nhận hồ sơ thuộc "
                          "thẩm quyền giải quyết của Công an tỉnh."));
  EXPECT_THAT(notes(text), ElementsAre("1 Kế hoạch số 884/KH-CAT ngày 15/3/2022."));
}

TEST(AssembleParagraphs, AFragmentGoesToTheSentenceThatItFits) {
  const std::string text =
      "Cơ sở dữ liệu quốc gia. Các thủ tục hành chính đã có.\n\n"
      "+ Phần lớn người dân vẫn muốn đến trực tiếp cơ quan giải quyết thủ tục<sup>4</sup>\n\n"
      "<sup>4</sup> Nghị định số 87/2020/NĐ-CP của Chính phủ về cơ\n\n"
      "sở dữ liệu hộ tịch điện tử.\n\n"
      "hành chính để nộp hồ sơ.\n";
  EXPECT_THAT(
      bodies(text),
      ElementsAre("Cơ sở dữ liệu quốc gia. Các thủ tục hành chính đã có.",
                  "+ Phần lớn người dân vẫn muốn đến trực tiếp cơ quan giải quyết thủ tục hành chính để nộp "
                  "hồ sơ."));
  EXPECT_THAT(notes(text),
              ElementsAre("4 Nghị định số 87/2020/NĐ-CP của Chính phủ về cơ sở dữ liệu hộ tịch điện tử."));
}

TEST(AssembleParagraphs, AFootnoteOfSeveralParagraphsDoesNotSwallowTheBody) {
  const std::string text =
      "chưa hoàn thành kết nối Kho quản lý dữ liệu điện tử của tổ chức, cá nhân phục vụ giải<sup>11</sup>\n\n"
      "<sup>11</sup> 14 bộ, ngành: Công an, Ngoại giao\n\n"
      "17 tỉnh, thành phố chưa hoàn thành: Bạc Liêu, Bắc Giang.\n\n"
      "quyết TTHC, cung cấp dịch vụ công.\n";
  EXPECT_THAT(notes(text),
              ElementsAre("11 14 bộ, ngành: Công an, Ngoại giao 17 tỉnh, thành phố chưa hoàn thành: "
                          "Bạc Liêu, Bắc Giang."));
  EXPECT_THAT(bodies(text),
              ElementsAre("chưa hoàn thành kết nối Kho quản lý dữ liệu điện tử của tổ chức, cá nhân "
                          "phục vụ giải quyết TTHC, cung cấp dịch vụ công."));
}

TEST(AssembleParagraphs, AShortLineWithoutAStopIsNoCutSentence) {
  EXPECT_THAT(bodies("Tổ Công tác kính báo cáo\n\nKết quả như sau."),
              ElementsAre("Tổ Công tác kính báo cáo", "Kết quả như sau."));
}

}  // namespace
}  // namespace giaidap
