#include "indexer/reader/html_reader.h"

#include <gmock/gmock.h>

namespace giaidap {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> texts_of(const std::string& html) {
  std::vector<std::string> texts;
  for (const Block& block : read_html(html, "a.html").blocks) texts.push_back(block.text);
  return texts;
}

TEST(ReadHtml, ParagraphsListsAndWhatIsLeftOut) {
  EXPECT_THAT(
      texts_of("<html><head><title>Cổng</title><style>p{}</style></head><body><nav>Trang chủ</nav>"
               "<script>x()</script><p>Căn cứ\n  Luật&nbsp;Ngân sách;</p><ol start=2><li>Hai<li>Ba</ol>"
               "<ul><li>gạch</ul><p style='display:none'>ẩn</p><p>Chữ<del> cũ</del><br>dòng sau</p>"),
      ElementsAre("Căn cứ Luật Ngân sách;", "2. Hai", "3. Ba", "- gạch", "Chữ", "dòng sau"));
}

TEST(ReadHtml, HowTextIsSet) {
  const HtmlPage page = read_html(
      "<html><title>Văn bản</title><body><p align=center><b>NGHỊ QUYẾT</b></p><h2>Mục</h2><p><b>1. Mức "
      "chi:</b> thường</p>",
      "a.html");
  ASSERT_EQ(page.blocks.size(), 3U);
  EXPECT_EQ(page.title, "Văn bản");
  EXPECT_TRUE(page.blocks[0].centred && page.blocks[0].all_bold);
  EXPECT_EQ(page.blocks[1].heading_level, 2);
  EXPECT_EQ(page.blocks[2].bold_lead, "1. Mức chi:");
}

TEST(ReadHtml, TablesWithMergedCells) {
  const HtmlPage page = read_html(
      "<table><tr><th>TT<th>Nội dung<th>Trả lời</tr><tr><td>1<td rowspan=2>chung<td>a</tr><tr><td>2<td>b</tr>"
      "<tr><td colspan=3>II. NHÓM</tr></table>",
      "a.html");
  ASSERT_EQ(page.blocks.size(), 4U);
  EXPECT_THAT(page.blocks[2].cells, ElementsAre(ElementsAre("2"), ElementsAre("chung"), ElementsAre("b")));
  EXPECT_THAT(page.blocks[3].cells, ElementsAre(ElementsAre("II. NHÓM"), IsEmpty(), IsEmpty()));
}

TEST(ReadHtml, NotesOfWord) {
  EXPECT_THAT(
      texts_of(
          "<p>Nghị quyết<a href=\"#_ftn1\" name=\"_ftnref1\"><span>[1]</span></a> số 52</p><p>m<sup>2</sup>"
          "</p><p><a href=\"#_ftnref1\" name=\"_ftn1\">[1]</a> Ngày 27/9</p>"),
      ElementsAre("Nghị quyết\x02"
                  "1\x03 số 52",
                  "m\x02"
                  "2\x03",
                  "\x02"
                  "1\x03 Ngày 27/9"));
}

TEST(ReadHtml, TheCharsetThatTheBytesReallyHave) {
  struct Case {
    std::string bytes;
    const char* why;
  };
  for (const Case& c :
       std::initializer_list<Case>{{"<meta charset=windows-1252><p>Qu\xE1n ph\xED &#7913;ng d&#7909;ng</p>",
                                    "declared, with references"},
                                   {"<meta charset=utf-8><p>Qu\xE1n ph\xED \xFF</p>", "declared wrongly"},
                                   {"<meta charset=windows-1252><p>Quán phí</p>", "UTF-8 whatever it says"},
                                   {"\xEF\xBB\xBF<p>Quán phí</p>", "with a mark"}}) {
    const std::vector<std::string> texts = texts_of(c.bytes);
    ASSERT_EQ(texts.size(), 1U) << c.why;
    EXPECT_EQ(texts.front().rfind("Quán phí", 0), 0U) << c.why << ": " << texts.front();
  }
}

TEST(ReadHtml, DeepAndBrokenPagesEnd) {
  std::string deep;
  for (int i = 0; i < 20000; ++i) deep += "<div><table><tr><td>";
  EXPECT_THAT(read_html(deep + "x", "a.html").blocks, IsEmpty()) << "too deep to be a document";
  EXPECT_THAT(texts_of("<p>Mở <b>đậm<table><tr><td>ô<p>cuối"), testing::SizeIs(testing::Ge(2)));
}

}  // namespace
}  // namespace giaidap
