// Words and ruled lines of PDF pages → blocks: what read_pdf does behind poppler, which takes most of its
// time. A line of the input each, for what its first letter names:
//   P WIDTH HEIGHT                           a page
//   W LEFT TOP WIDTH HEIGHT SIZE TEXT        a word of the page
//   B LEFT TOP WIDTH HEIGHT SIZE TEXT        a word set apart, in bold
//   H AT BEGIN END, V AT BEGIN END           ruled lines
#include <algorithm>
#include <cmath>
#include <sstream>

#include "indexer/reader/pdf_reader.h"
#include "tests/fuzz/blocks.h"

namespace {

constexpr std::size_t kMostPages = 50;

// Poppler gives any finite number.
double number(std::istream& fields) {
  constexpr double kLargest = 1e6;
  double read = 0;
  fields >> read;
  return std::isfinite(read) ? std::clamp(read, -kLargest, kLargest) : 0;
}

giaidap::PdfWord word(std::istream& fields, bool apart) {
  giaidap::PdfWord word;
  word.box.left = number(fields);
  word.box.top = number(fields);
  word.box.right = word.box.left + number(fields);
  word.box.bottom = word.box.top + number(fields);
  word.size = number(fields);
  word.apart = apart;
  std::getline(fields >> std::ws, word.text);
  return word;
}

giaidap::PdfRule rule(std::istream& fields, bool horizontal) {
  const double at = number(fields);
  const double begin = number(fields);
  return {horizontal, at, begin, number(fields)};
}

std::vector<giaidap::PdfPage> pages_of(std::string_view bytes) {
  std::vector<giaidap::PdfPage> pages(1);
  std::istringstream lines{std::string(bytes)};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream fields(line);
    char what = 0;
    fields >> what;
    if (what == 'P' && pages.size() < kMostPages) pages.emplace_back();
    giaidap::PdfPage& page = pages.back();
    page.number = static_cast<int>(pages.size());
    if (what == 'P') page.width = number(fields), page.height = number(fields);
    if (what == 'W' || what == 'B') page.words.push_back(word(fields, what == 'B'));
    if (what == 'H' || what == 'V') page.rules.push_back(rule(fields, what == 'H'));
  }
  return pages;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read = giaidap::read_pdf(pages_of(giaidap::fuzz::bytes_of(data, size)), "fuzz");
  if (read) giaidap::fuzz::check_blocks(read.value().blocks);
  return 0;
}
