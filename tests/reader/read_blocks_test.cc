#include "indexer/reader/read_blocks.h"

#include <gmock/gmock.h>

#include "tests/reader/samples.h"

namespace giaidap {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(ReadBlocks, WhatIsNoDocumentIsToldWithWhatToDo) {
  struct Case {
    std::string bytes;
    const char* message;
  };
  const std::string old_office = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  for (const Case& c : std::initializer_list<Case>{
           {"", "empty"},
           {" \n\t ", "empty"},
           {old_office + "WordDocument", "save it as .docx"},
           {old_office + std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32), "password"},
           {"{\\rtf1 x}", ".rtf"},
           {"\x89PNG\r\n", "picture"},
           {"PK\x03\x04 broken", "broken"},
           {zip_of({{"a.txt", "x"}}), "unpack"},
           {zip_of({{"ppt/presentation.xml", "x"}}), "PowerPoint"},
           {zip_of({{"content.xml", "x"}}), "OpenDocument"},
           {"<!DOCTYPE html><html><head><title>404 - File or directory not found.</title><body><h2>404",
            "without a document (\"404"}}) {
    const Result<FileBlocks> read = read_blocks(c.bytes, "a.pdf");
    ASSERT_FALSE(read.ok()) << c.message;
    EXPECT_THAT(read.error().message, HasSubstr(c.message));
    EXPECT_EQ(read.error().place, "a.pdf");
  }
}

TEST(ReadBlocks, TypesAreToldByContent) {
  const std::string body = "<w:p><w:r><w:t>Điều 1</w:t></w:r></w:p>";
  const Result<FileBlocks> word = read_blocks(docx_of(body), "a.pdf");
  ASSERT_TRUE(word.ok());
  EXPECT_EQ(word.value().blocks.front().text, "Điều 1");
}

TEST(ReadBlocks, OldEncodingsAreConvertedAndNamed) {
  const Result<FileBlocks> read = read_blocks(
      "C\xE9ng h\xDF"
      "a x\xB7 h\xE9i ch\xF1 ngh\xDC"
      "a Vi\xD6t Nam \xA7\xE9"
      "c l\xCBp T\xF9 do",
      "a.txt");
  ASSERT_TRUE(read.ok()) << read.error().message;
  EXPECT_EQ(read.value().blocks.front().text, "Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập Tự do");
  EXPECT_THAT(read.value().remarks, ElementsAre(HasSubstr("TCVN3")));
  const Result<FileBlocks> utf16 = read_blocks(std::string("S\0\xD1\x1E:\0 \0"
                                                           "1\0",
                                                           10),
                                               "a.txt");
  ASSERT_TRUE(utf16.ok()) << utf16.error().message;
  EXPECT_EQ(utf16.value().blocks.front().text, "Số: 1");
  EXPECT_FALSE(read_blocks("kh\xE1"
                           "ch",
                           "a.txt")
                   .ok())
      << "too little to tell the encoding by";
}

TEST(ReadBlocks, AFewBrokenBytesDoNotCostATextInUtf8) {
  const std::string sound = "Cấp số định danh cá nhân cho trẻ em mới sinh.\n";
  const Result<FileBlocks> read = read_blocks(sound + "Thẻ \xE1\xBA căn cước.\n" + sound, "a.txt");
  ASSERT_TRUE(read.ok()) << read.error().message;
  ASSERT_EQ(read.value().blocks.size(), 3U);
  EXPECT_EQ(read.value().blocks[1].text, "Thẻ \uFFFD\uFFFD căn cước.");
  EXPECT_THAT(read.value().remarks, ElementsAre(HasSubstr("ở dòng 2")));
  EXPECT_FALSE(read_blocks("Số: 1/TB\nkhai sinh \xC3\x28 trẻ em\n", "a.txt").ok())
      << "too little to tell that it is UTF-8";
}

TEST(ReadBlocks, ColumnsSetByBlanksAreReadAsColumns) {
  const Result<FileBlocks> read = read_blocks(
      "BỘ Y TẾ              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
      "Số: 12/BYT-BH            Độc lập - Tự do - Hạnh phúc\n"
      "V/v cấp thẻ              Hà Nội, ngày 1 tháng 8 năm 2023\n",
      "a.txt");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value().blocks.front().text, "BỘ Y TẾ");
  EXPECT_EQ(read.value().blocks[1].text, "Số: 12/BYT-BH");
}

}  // namespace
}  // namespace giaidap
