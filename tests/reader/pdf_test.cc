// The parts of reading PDF, on pages made by hand: words with their places, ruled lines.
#include <gmock/gmock.h>

#include <cmath>
#include <utility>

#include "indexer/reader/block.h"
#include "indexer/reader/pdf_lines.h"
#include "indexer/reader/pdf_margins.h"
#include "indexer/reader/pdf_reader.h"
#include "indexer/reader/pdf_rules.h"
#include "indexer/reader/pdf_tables.h"
#include "tests/reader/pdf_words.h"

namespace giaidap {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> texts_of(const std::vector<PdfLine>& lines) {
  std::vector<std::string> texts;
  for (const PdfLine& line : lines) texts.push_back(line.text());
  return texts;
}

TEST(PdfLines, WordsSideBySideMakeALine) {
  std::vector<PdfWord> words;
  put(words, 50, 100, "hai dong");
  put(words, 50, 114, "sat nhau");
  put(words, 200, 107, "ben canh");  // of a column with other line spacing
  EXPECT_THAT(texts_of(lines_of(words)), ElementsAre("hai dong", "ben canh", "sat nhau"));
}

TEST(PdfLines, SmallRaisedNumbersAreFootnoteMarks) {
  std::vector<PdfWord> words;
  put(words, 50, 100, "66-NQ/TW");
  put(words, 98, 98, "1", 7);
  put(words, 110, 100, "nam 2025");
  EXPECT_THAT(texts_of(lines_of(words)), ElementsAre("66-NQ/TW\x02"
                                                     "1\x03 nam 2025"));
}

TEST(PdfLines, LetterheadsAreReadColumnByColumn) {
  std::vector<PdfWord> words;
  put(words, 60, 50, "BO TAI CHINH");
  put(words, 260, 50, "CONG HOA XA HOI CHU NGHIA VIET NAM");
  put(words, 300, 66, "Doc lap - Tu do");
  put(words, 60, 82, "So: 02/2021/TT-BTC");
  put(words, 320, 82, "Ha Noi, ngay 08");
  put(words, 270, 110, "THONG TU");
  put(words, 50, 130, "Can cu Luat Phi va le phi ngay 25 thang 11 nam 2015 cua Quoc hoi khoa");
  const std::vector<PdfColumn> columns = columns_of(lines_of(words), 297);
  ASSERT_THAT(columns, SizeIs(3));
  EXPECT_THAT(texts_of(columns[0].lines), ElementsAre("BO TAI CHINH", "So: 02/2021/TT-BTC"));
  EXPECT_TRUE(columns[0].beside);
  EXPECT_THAT(texts_of(columns[1].lines),
              ElementsAre("CONG HOA XA HOI CHU NGHIA VIET NAM", "Doc lap - Tu do", "Ha Noi, ngay 08"));
  EXPECT_THAT(columns[2].lines, SizeIs(2)) << "the heading in the middle of the page ends the columns";
}

TEST(PdfLines, AWideGapOfSmallPrintIsNoColumn) {
  std::vector<PdfWord> words;
  words.push_back({"nho", {60, 100, 100, 104}, 3, false, 0});
  words.push_back({"lam", {106, 100, 146, 104}, 3, false, 0});
  EXPECT_THAT(columns_of(lines_of(words), 297), SizeIs(1));
}

TEST(PdfLines, AListMarkWithItsTabIsNoColumn) {
  std::vector<PdfWord> words;
  put(words, 50, 50, "1.");
  put(words, 100, 50, "Noi dung cua muc thu nhat");
  EXPECT_THAT(columns_of(lines_of(words), 297), SizeIs(1));
}

// A page of ruled lines: rows at these heights, columns at these places.
PdfPage ruled(const std::vector<double>& rows, const std::vector<double>& columns) {
  PdfPage page;
  page.number = 1;
  page.width = 595;
  page.height = 842;
  for (const double y : rows) page.rules.push_back({true, y, columns.front(), columns.back()});
  for (const double x : columns) page.rules.push_back({false, x, rows.front(), rows.back()});
  return page;
}

TEST(PdfTables, CellsAreWhatTheRulesFrame) {
  PdfPage page = ruled({100, 130, 190}, {50, 100, 400});
  put(page.words, 55, 105, "TT");
  put(page.words, 110, 105, "Noi dung");
  put(page.words, 55, 140, "1");
  put(page.words, 110, 135, "- Muc mot;");
  put(page.words, 110, 150, "- Muc hai theo 66-");
  put(page.words, 110, 165, "NQ/TW");
  put(page.words, 50, 300, "ngoai bang");
  const std::vector<PdfTable> tables = take_tables(page);
  ASSERT_THAT(tables, SizeIs(1));
  ASSERT_THAT(tables[0].rows, SizeIs(2));
  EXPECT_THAT(tables[0].rows[1][0].text, ElementsAre("1"));
  EXPECT_THAT(tables[0].rows[1][1].text, ElementsAre("- Muc mot;", "- Muc hai theo 66-NQ/TW"));
  EXPECT_THAT(page.words, SizeIs(2)) << "what stands in the table is taken out";
}

TEST(PdfTables, MissingBordersMergeCells) {
  PdfPage page = ruled({100, 130, 160}, {50, 100, 400});
  page.rules[3 + 1].begin = 130;  // the inner border begins below the first row
  put(page.words, 60, 105, "I. NHOM DICH VU CONG");
  put(page.words, 55, 140, "1");
  put(page.words, 110, 140, "Cau hoi");
  const std::vector<PdfTable> tables = take_tables(page);
  ASSERT_THAT(tables, SizeIs(1));
  ASSERT_THAT(tables[0].rows[0], SizeIs(1));
  EXPECT_EQ(tables[0].rows[0][0].columns, 2U);
  EXPECT_THAT(tables[0].rows[1], SizeIs(2));
}

TEST(PdfTables, UnderlinesAndFramesAreNoTables) {
  PdfPage page = ruled({100, 200}, {50, 400});
  page.rules.push_back({true, 60, 200, 300});
  page.rules.push_back({false, 220, 50, 61});  // the stem of a letter on an underline
  put(page.words, 60, 120, "trong khung");
  EXPECT_THAT(take_tables(page), IsEmpty());
  EXPECT_THAT(page.words, SizeIs(2));
}

TEST(PdfRules, LongThinRunsOfDarkPixels) {
  constexpr int kSide = 60;
  std::vector<unsigned char> pixels(std::size_t{kSide} * kSide, 255);
  const auto dark = [&](int x, int y) {
    pixels[static_cast<std::size_t>(y) * kSide + static_cast<std::size_t>(x)] = 0;
  };
  for (int x = 5; x < 50; ++x) dark(x, 20);
  for (int x = 5; x < 50; ++x) dark(x, 21);
  for (int y = 20; y < 55; ++y) dark(5, y);
  for (int x = 10; x < 50; ++x) {
    for (int y = 30; y < 45; ++y) dark(x, y);  // a filled area
  }
  const std::vector<PdfRule> rules = find_rules({pixels.data(), kSide, kSide, kSide});
  ASSERT_THAT(rules, SizeIs(2));
  EXPECT_TRUE(rules[0].horizontal);
  EXPECT_EQ(rules[0].at, 21);
  EXPECT_EQ(rules[0].end, 50);
  EXPECT_FALSE(rules[1].horizontal);
}

PdfPage page_of(int number, const std::vector<std::pair<double, std::string>>& lines) {
  PdfPage page;
  page.number = number;
  page.width = 595;
  page.height = 842;
  for (const auto& [top, text] : lines) put(page.words, 60, top, text);
  return page;
}

TEST(ReadPdf, WordsWhoseBoxesAreMirroredOrNoneAreReadAllTheSame) {
  const PdfPage page =
      page_of(1, {{80, "Đề nghị địa phương cập nhật số định danh"}, {100, "cá nhân của trẻ em."}});
  PdfPage odd = page;
  for (PdfWord& word : odd.words) {
    std::swap(word.box.left, word.box.right);
    std::swap(word.box.top, word.box.bottom);
  }
  odd.words.push_back({"lạc", {std::nan(""), 80, 90, 92}, kSize, false});
  odd.words.push_back({"rộng", {-8e307, 80, 1.7e308, 92}, kSize, false});  // wider than a number can be
  const std::vector<Block> expected = read_pdf(std::vector{page}, "a.pdf").value().blocks;
  const std::vector<Block> blocks = read_pdf(std::vector{odd}, "a.pdf").value().blocks;
  ASSERT_EQ(blocks.size(), expected.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) EXPECT_EQ(blocks[i].text, expected[i].text);
}

TEST(PdfMargins, HeadsFeetNumbersAndStampsGo) {
  std::vector<PdfPage> pages{page_of(1, {{20, "Ký bởi: CÔNG BÁO"},
                                         {32, "Cơ quan: VĂN PHÒNG"},
                                         {44, "CÔNG BÁO/Số 238/Ngày 21-04-2026 92"},
                                         {80, "CHÍNH PHỦ"},
                                         {400, "Cơ quan: phối hợp"},
                                         {820, "Mẫu văn bản số 1"}}),
                             page_of(2, {{20, "2"},
                                         {44, "CÔNG BÁO/Số 238/Ngày 21-04-2026 93"},
                                         {80, "1. Tên"},
                                         {820, "Mẫu văn bản số 2"}})};
  remove_margins(pages);
  EXPECT_THAT(texts_of(lines_of(pages[0].words)), ElementsAre("CHÍNH PHỦ", "Cơ quan: phối hợp"));
  EXPECT_THAT(texts_of(lines_of(pages[1].words)), ElementsAre("1. Tên"));
}

}  // namespace
}  // namespace giaidap
