#include "indexer/reader/text_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace giaidap {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<Block> blocks_of(std::string_view text) {
  Result<std::vector<Block>> blocks = read_text(text, "a.txt");
  EXPECT_TRUE(blocks.ok()) << (blocks.ok() ? "" : blocks.error().message);
  return blocks.ok() ? std::move(blocks).value() : std::vector<Block>{};
}

TEST(ReadText, LinesKeepTheirPlaceAndMarks) {
  const std::vector<Block> blocks = blocks_of("\n### I. TÌNH HÌNH\n\n dòng đầu trang \n---\nhết\n");
  ASSERT_EQ(blocks.size(), 3U) << "a rule is no line";
  EXPECT_EQ(blocks[0].text, "I. TÌNH HÌNH");
  EXPECT_EQ(blocks[0].heading_level, 3);
  EXPECT_EQ(blocks[0].place.line, 2);
  EXPECT_EQ(blocks[1].text, "dòng đầu trang");
  EXPECT_TRUE(blocks[1].indented);
  EXPECT_TRUE(blocks[1].trailing_space);
  EXPECT_TRUE(blocks[1].blank_before);
  EXPECT_FALSE(blocks[2].blank_before);
  EXPECT_EQ(blocks[2].place.file, "a.txt");
}

TEST(ReadText, TabsMakeATableRow) {
  const std::vector<Block> blocks = blocks_of("5\t<p>Hệ thống</p> <p>chưa đồng bộ</p>\tBỘ CÔNG AN\t");
  ASSERT_EQ(blocks.size(), 1U);
  EXPECT_EQ(blocks[0].kind, BlockKind::TableRow);
  EXPECT_THAT(blocks[0].cells, ElementsAre(CellText{"5"}, CellText{"Hệ thống", "chưa đồng bộ"},
                                           CellText{"BỘ CÔNG AN"}, CellText{}));
}

TEST(ReadText, DecomposedTextAndByteOrderMarkReadLikeComposed) {
  EXPECT_EQ(blocks_of("\xEF\xBB\xBF"
                      "Đa\xCC\x81p a\xCC\x81n")[0]
                .text,
            "Đáp án");
}

TEST(ReadText, RowsOfMarkdownTables) {
  const std::vector<Block> blocks =
      blocks_of("| STT | **Nội dung** |\n|:---|---:|\n| 1 | a \\| b<br>c |\n| | |\nsau bảng\n");
  ASSERT_EQ(blocks.size(), 3U) << "the rule and the empty row hold nothing";
  EXPECT_THAT(blocks[0].cells, ElementsAre(ElementsAre("STT"), ElementsAre("Nội dung")));
  EXPECT_THAT(blocks[1].cells, ElementsAre(ElementsAre("1"), ElementsAre("a | b", "c")));
  EXPECT_EQ(blocks[2].kind, BlockKind::Line);
}

TEST(ReadText, EscapedPipesAreNoBordersOfCells) {
  for (const char* line : {"|\\|\\\\\\[\\|\n", "| a \\| b \\|\n", "| a \\| b |\n", "|\\||\n"}) {
    const std::vector<Block> blocks = blocks_of(line);
    ASSERT_EQ(blocks.size(), 1U) << line;
    EXPECT_EQ(blocks[0].kind, BlockKind::Line) << line;
    EXPECT_THAT(blocks[0].cells, IsEmpty()) << line;
  }
}

TEST(ReadText, RefusesWhatIsNoTextAndNamesThePlace) {
  struct Case {
    std::string bytes;
    const char* message;
    const char* place;
  };
  for (const Case& c :
       std::initializer_list<Case>{{"", "empty", "a.txt"},
                                   {" \n\t\n", "empty", "a.txt"},
                                   {"\u00a0\n\u200b\n", "empty", "a.txt"},
                                   {"Số: 1\nCh\xE7nh ph\xF1\n", "UTF-8", "a.txt:2"},
                                   {std::string("a\nb\0c", 5), "binary", "a.txt:2"},
                                   {std::string(kMaxLineBytes + 1, 'x'), "1 MB", "a.txt:1"}}) {
    const Result<std::vector<Block>> blocks = read_text(c.bytes, "a.txt");
    ASSERT_FALSE(blocks.ok()) << c.message;
    EXPECT_THAT(blocks.error().message, HasSubstr(c.message));
    EXPECT_EQ(blocks.error().place, c.place);
  }
}

TEST(ReadText, ReadsEveryWordOfTheDispatches) {
  std::ifstream in("corpus/dispatches/002_ac39c7003030bd12.txt");
  std::stringstream bytes;
  bytes << in.rdbuf();
  std::size_t rows = 0;
  std::string all;
  for (const Block& block : blocks_of(bytes.str())) {
    rows += block.kind == BlockKind::TableRow ? 1U : 0U;
    all += block.text + "\n";
  }
  EXPECT_EQ(rows, 34U) << "27 tasks, six heads of groups in cells and the header";
  EXPECT_EQ(all.find('*'), std::string::npos);
  EXPECT_EQ(all.find("<sup>"), std::string::npos);
  EXPECT_THAT(all, HasSubstr("2.3. Về dịch vụ công"));
}

}  // namespace
}  // namespace giaidap
