#include "indexer/reader/laid_out_text.h"

#include <algorithm>

#include "indexer/base/split.h"
#include "indexer/reader/pdf_blocks.h"
#include "indexer/reader/pdf_margins.h"
#include "indexer/reader/pdf_page.h"

namespace giaidap {
namespace {

constexpr std::size_t kFewestWideLines = 3;
constexpr std::size_t kWideGap = 3;         // blanks
constexpr std::size_t kLongestLine = 2000;  // bytes; longer ones are paragraphs

// The page that the text stands for, in points. Letters are narrow beside their size, so that one blank is
// never taken for a gutter between columns.
constexpr double kLetter = 7;
constexpr double kSize = 20;
constexpr double kLine = 22;  // from one to the next

bool holds_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return c < 0 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

// Letters, a wide gap, and letters again.
bool has_columns(std::string_view line) {
  const std::string blanks(kWideGap, ' ');
  const std::size_t first = line.find_first_not_of(' ');
  if (first == std::string_view::npos) return false;
  const std::size_t gap = line.find(blanks, first);
  return gap != std::string_view::npos && holds_letter(line.substr(first, gap - first)) &&
         holds_letter(line.substr(gap));
}

std::size_t columns_of_text(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// The words of a line, `row` lines below the top of its page.
void add_words(std::string_view line, std::size_t row, int source_line, PdfPage& page) {
  std::size_t column = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = std::min(line.find_first_not_of(" \r", at), line.size());
    column += begin - at;
    if (begin == line.size()) return;
    const std::size_t end = std::min(line.find_first_of(" \r", begin), line.size());
    PdfWord word;
    word.text = line.substr(begin, end - begin);
    const std::size_t letters = columns_of_text(word.text);
    const double left = kLetter * static_cast<double>(column);
    const double top = kLine * static_cast<double>(row);
    word.box = {left, top, left + kLetter * static_cast<double>(letters), top + kSize};
    word.size = kSize;
    word.source_line = source_line;
    page.width = std::max(page.width, word.box.right);
    page.words.push_back(std::move(word));
    column += letters;
    at = end;
  }
}

std::vector<PdfPage> pages_of(std::string_view text) {
  std::vector<PdfPage> pages;
  int line_number = 0;
  for (const std::string_view page_text : split(text, '\f')) {
    PdfPage page;
    std::size_t row = 0;
    for (const std::string_view line : split(page_text, '\n')) {
      add_words(line, row, line_number + static_cast<int>(row) + 1, page);
      ++row;
    }
    line_number += static_cast<int>(row) - 1;
    page.height = kLine * static_cast<double>(row);
    pages.push_back(std::move(page));
  }
  return pages;
}

}  // namespace

bool is_laid_out(std::string_view text) {
  if (text.find('\t') != std::string_view::npos) return false;
  std::size_t wide = 0;
  for (const std::string_view line : split(text, '\n')) {
    if (line.find('|') != std::string_view::npos || line.size() > kLongestLine) return false;
    if (has_columns(line)) ++wide;
  }
  return wide >= kFewestWideLines;
}

std::vector<Block> read_laid_out(std::string_view text, const std::string& file) {
  std::vector<PdfPage> pages = pages_of(text);
  remove_margins(pages);
  PdfBlocks blocks(file);
  for (const PdfPage& page : pages) blocks.page(page, {});
  return blocks.finish();
}

}  // namespace giaidap
