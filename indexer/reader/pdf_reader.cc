#include "indexer/reader/pdf_reader.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "indexer/reader/pdf_blocks.h"
#include "indexer/reader/pdf_margins.h"
#include "indexer/reader/pdf_page.h"
#include "indexer/reader/pdf_source.h"
#include "indexer/reader/pdf_tables.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr std::size_t kFewestLetters = 40;  // bytes a page that is no scan has, on average over all
constexpr std::size_t kSampleBytes = 64U << 10U;
constexpr double kMostUnreadable = 0.2;  // share of signs that no font explains

std::string sample_of(const std::vector<PdfPage>& pages) {
  std::string sample;
  for (const PdfPage& page : pages) {
    for (const PdfWord& word : page.words) {
      if (sample.size() > kSampleBytes) return sample;
      sample.append(word.text).append(" ");
    }
  }
  return sample;
}

// Signs of fonts that do not tell what they stand for: control characters, private use, U+FFFD.
bool is_unreadable(const std::string& sample) {
  std::size_t bad = 0;
  std::size_t all = 0;
  for (std::size_t at = 0; at < sample.size(); ++at) {
    const auto c = static_cast<unsigned char>(sample[at]);
    if ((c & 0xC0U) == 0x80U || c == ' ') continue;
    ++all;
    const std::string_view rest = std::string_view(sample).substr(at, 3);
    const bool private_use = rest.size() == 3 && rest >= std::string_view("\xEE\x80\x80") &&
                             rest <= std::string_view("\xEF\xA3\xBF");
    if (c < 0x20 || private_use || rest == "\xEF\xBF\xBD") ++bad;
  }
  return static_cast<double>(bad) > kMostUnreadable * static_cast<double>(all);
}

bool has_place(const PdfBox& box) {
  return std::isfinite(box.left) && std::isfinite(box.top) && std::isfinite(box.width()) &&
         std::isfinite(box.height());
}

// Mirrored text has its box the other way round.
void put_in_order(PdfBox& box) {
  if (box.left > box.right) std::swap(box.left, box.right);
  if (box.top > box.bottom) std::swap(box.top, box.bottom);
}

void normalize_words(PdfPage& page, const LegacyText& legacy) {
  for (PdfWord& word : page.words) {
    word.text = squeeze(normalize_text(legacy.mend(word.text)));
    put_in_order(word.box);
  }
  std::erase_if(page.words, [](const PdfWord& word) { return word.text.empty() || !has_place(word.box); });
}

std::size_t letters_of(const std::vector<Block>& blocks) {
  std::size_t bytes = 0;
  for (const Block& block : blocks) {
    bytes += block.text.size();
    for (const CellText& cell : block.cells) {
      for (const std::string& paragraph : cell) bytes += paragraph.size();
    }
  }
  return bytes;
}

}  // namespace

Result<PdfText> read_pdf(std::string_view bytes, const std::string& file) {
  Result<std::vector<PdfPage>> pages = read_pdf_pages(bytes);
  if (!pages) return pages.error();
  return read_pdf(std::move(pages).value(), file);
}

Result<PdfText> read_pdf(std::vector<PdfPage> pages, const std::string& file) {
  PdfText result;
  for (const PdfPage& page : pages) {
    if (page.words.empty()) result.pages_without_text.push_back(page.number);
  }
  const std::string sample = sample_of(pages);
  if (is_unreadable(sample)) {
    return Error{
        ErrorCode::BadInput,
        "has fonts that do not tell which letters they show; get the Word file, or read it with a text "
        "recognition program (OCR)",
        file};
  }
  result.legacy = LegacyText(sample);
  for (PdfPage& page : pages) normalize_words(page, result.legacy);
  std::vector<std::vector<PdfTable>> tables;
  tables.reserve(pages.size());
  for (PdfPage& page : pages) tables.push_back(take_tables(page));
  remove_margins(pages);
  PdfBlocks made(file);
  for (std::size_t i = 0; i < pages.size(); ++i) made.page(pages[i], std::move(tables[i]));
  result.blocks = made.finish();
  // Stamps and page numbers that a scan bears are gone by now.
  if (letters_of(result.blocks) < kFewestLetters * std::max<std::size_t>(pages.size(), 1)) {
    return Error{
        ErrorCode::BadInput,
        "is a scan: its pages are pictures without text; read it with a text recognition program (OCR) "
        "first",
        file};
  }
  return result;
}

}  // namespace giaidap
