#include "indexer/reader/docx_reader.h"

#include <gmock/gmock.h>

#include "indexer/reader/read_blocks.h"
#include "tests/reader/samples.h"

namespace giaidap {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<Block> blocks_of(const std::string& docx) {
  Result<FileBlocks> read = read_blocks(docx, "a.docx");
  EXPECT_TRUE(read.ok()) << read.error().message;
  return read ? read.value().blocks : std::vector<Block>{};
}

std::vector<std::string> texts_of(const std::vector<Block>& blocks) {
  std::vector<std::string> texts;
  for (const Block& block : blocks) texts.push_back(block.text);
  return texts;
}

std::string run(const std::string& text, const std::string& properties = "") {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

std::string paragraph(const std::string& runs, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
}

std::string cell(const std::string& text, const std::string& properties = "") {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph(run(text)) + "</w:tc>";
}

TEST(ReadDocx, ParagraphsKnowHowTheyAreSet) {
  const std::vector<Block> blocks =
      blocks_of(docx_of(paragraph(run("KẾ HOẠCH", "<w:b/>"), "<w:jc w:val=\"center\"/>") +
                        paragraph(run("1. Mục đích:", "<w:b/>") + run(" Giáo dục lý tưởng") +
                                  "<w:r><w:br/></w:r>" + run("cách mạng", "<w:b w:val=\"0\"/>")) +
                        paragraph(run("   "))));
  ASSERT_THAT(texts_of(blocks), ElementsAre("KẾ HOẠCH", "1. Mục đích: Giáo dục lý tưởng", "cách mạng"));
  EXPECT_TRUE(blocks[0].all_bold && blocks[0].centred && blocks[0].blank_before);
  EXPECT_EQ(blocks[1].bold_lead, "1. Mục đích:");
  EXPECT_FALSE(blocks[1].all_bold);
  EXPECT_FALSE(blocks[2].blank_before) << "a line break ends no paragraph";
}

TEST(ReadDocx, TrackedChangesAreTakenAsAccepted) {
  EXPECT_THAT(
      texts_of(blocks_of(docx_of(paragraph(run("trước ngày ") +
                                           "<w:del><w:r><w:delText>30/6</w:delText></w:r></w:del><w:ins>" +
                                           run("15/7") + "</w:ins>") +
                                 paragraph(run("Đoạn bị bỏ dấu"), "<w:rPr><w:del/></w:rPr>") +
                                 paragraph(run("nối vào đây")) + paragraph(run("ẩn", "<w:vanish/>"))))),
      ElementsAre("trước ngày 15/7", "Đoạn bị bỏ dấu nối vào đây"));
}

constexpr const char* kNumbering =
    "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"0\">"
    "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText "
    "w:val=\"%1.\"/></w:lvl>"
    "<w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.%2.\"/><w:isLgl/></w:lvl>"
    "<w:lvl w:ilvl=\"2\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\uF0B7\"/></w:lvl></w:abstractNum>"
    "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"5\"/><w:numFmt "
    "w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1)\"/></w:lvl></w:abstractNum>"
    "<w:num w:numId=\"7\"><w:abstractNumId w:val=\"0\"/></w:num>"
    "<w:num w:numId=\"8\"><w:abstractNumId w:val=\"1\"/></w:num>"
    "<w:num w:numId=\"9\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride "
    "w:val=\"1\"/></w:lvlOverride></w:num></w:numbering>";

TEST(ReadDocx, ListLabelsAreTheOnesThatWordShows) {
  const auto item = [](int list, int level, const std::string& text) {
    return paragraph(run(text), "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) +
                                    "\"/><w:numId w:val=\"" + std::to_string(list) + "\"/></w:numPr>");
  };
  EXPECT_THAT(texts_of(blocks_of(docx_of(item(7, 0, "Mục đích") + item(7, 1, "Chung") + item(7, 1, "Riêng") +
                                             item(7, 2, "một gạch") + item(7, 0, "Nội dung") +
                                             item(7, 1, "Việc") + item(8, 0, "điểm") +
                                             item(9, 0, "Danh sách mới") + item(99, 0, "không có"),
                                         {{"word/numbering.xml", kNumbering}}))),
              ElementsAre("I. Mục đích", "1.1. Chung", "1.2. Riêng", "- một gạch", "II. Nội dung",
                          "2.1. Việc", "e) điểm", "I. Danh sách mới", "không có"));
}

TEST(ReadDocx, RowsMayBeNumberedByEmptyListItems) {
  const std::string number =
      "<w:tc>" + paragraph("", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"7\"/></w:numPr>") + "</w:tc>";
  const std::vector<Block> blocks = blocks_of(
      docx_of("<w:tbl><w:tr>" + number + cell("a") + "</w:tr><w:tr>" + number + cell("b") + "</w:tr></w:tbl>",
              {{"word/numbering.xml", kNumbering}}));
  ASSERT_EQ(blocks.size(), 2U);
  EXPECT_THAT(blocks[0].cells, ElementsAre(ElementsAre("I."), ElementsAre("a")));
  EXPECT_THAT(blocks[1].cells, ElementsAre(ElementsAre("II."), ElementsAre("b")));
}

TEST(ReadDocx, HeadingsComeFromStylesAndTheirBases) {
  const std::vector<Block> blocks = blocks_of(docx_of(
      paragraph(run("I. Mục đích"), "<w:pStyle w:val=\"Muc\"/>"),
      {{"word/styles.xml",
        "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"H2\"><w:name w:val=\"heading 2\"/><w:rPr><w:b/></w:rPr>"
        "</w:style><w:style w:styleId=\"Muc\"><w:basedOn w:val=\"H2\"/></w:style></w:styles>"}}));
  ASSERT_EQ(blocks.size(), 1U);
  EXPECT_EQ(blocks[0].heading_level, 2);
  EXPECT_TRUE(blocks[0].all_bold);
}

TEST(ReadDocx, MergedCellsCountForEachRowOrBelongToOne) {
  const std::vector<Block> blocks = blocks_of(docx_of(
      "<w:tbl><w:tr>" + cell("TT") + cell("Nhiệm vụ") + cell("Chủ trì") + cell("Thời hạn") + "</w:tr><w:tr>" +
      cell("I. NHÓM", "<w:gridSpan w:val=\"4\"/>") + "</w:tr><w:tr>" + cell("1") + cell("Rà soát") +
      cell("Bộ Tư pháp", "<w:vMerge w:val=\"restart\"/>") + cell("2025") + "</w:tr><w:tr>" + cell("2") +
      cell("Báo cáo") + cell("", "<w:vMerge/>") + cell("2026") + "</w:tr><w:tr><w:trPr><w:del/></w:trPr>" +
      cell("3") + cell("bỏ") + cell("") + cell("") + "</w:tr></w:tbl>"));
  ASSERT_EQ(blocks.size(), 4U) << "the deleted row is gone";
  EXPECT_THAT(blocks[1].cells, ElementsAre(ElementsAre("I. NHÓM"), IsEmpty(), IsEmpty(), IsEmpty()));
  EXPECT_THAT(blocks[3].cells, ElementsAre(ElementsAre("2"), ElementsAre("Báo cáo"),
                                           ElementsAre("Bộ Tư pháp"), ElementsAre("2026")));
  EXPECT_EQ(blocks[0].table, blocks[3].table);
}

TEST(ReadDocx, NotesBoxesFramesAndFields) {
  const std::vector<Block> blocks = blocks_of(docx_of(
      paragraph(run("Nghị quyết 52") + "<w:r><w:footnoteReference w:id=\"3\"/></w:r>" + run(" của Bộ")) +
          paragraph(run("Thân") + "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>" +
                    paragraph(run("MẬT")) +
                    "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" +
                    paragraph(run("MẬT")) +
                    "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>") +
          "<w:tbl><w:tr><w:tc>" + paragraph(run("Khung")) + "</w:tc></w:tr></w:tbl>" +
          paragraph("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("5")),
      {{"word/footnotes.xml", "<w:footnotes xmlns:w=\"w\"><w:footnote w:id=\"3\">" +
                                  paragraph(run(" Ngày 27/9/2019")) + "</w:footnote></w:footnotes>"}}));
  EXPECT_THAT(texts_of(blocks), ElementsAre("Nghị quyết 52\x02"
                                            "1\x03 của Bộ",
                                            "\x02"
                                            "1\x03Ngày 27/9/2019",
                                            "Thân", "MẬT", "Khung", "5"));
}

TEST(ReadDocx, HostileFilesAreRefusedOrCutShort) {
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<w:tbl><w:tr><w:tc>";
  EXPECT_FALSE(read_blocks(docx_of(deep), "a.docx").ok()) << "not even XML";
  std::string nested = paragraph(run("Đáy"));
  for (int i = 0; i < 80; ++i) nested = "<w:sdt>" + nested + "</w:sdt>";
  EXPECT_TRUE(read_blocks(docx_of(nested), "a.docx").ok());
  const Result<FileBlocks> entities = read_blocks(
      zip_of({{"word/document.xml",
               "<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\">]><w:document xmlns:w=\"w\"><w:body/></w:document>"}}),
      "a.docx");
  ASSERT_FALSE(entities.ok());
  EXPECT_THAT(entities.error().message, HasSubstr("entities"));
  const Result<FileBlocks> bomb =
      read_blocks(zip_of({{"word/document.xml", std::string(60U << 20U, ' ')}}), "a.docx");
  ASSERT_FALSE(bomb.ok());
  EXPECT_EQ(bomb.error().code, ErrorCode::TooLarge);
}

}  // namespace
}  // namespace giaidap
