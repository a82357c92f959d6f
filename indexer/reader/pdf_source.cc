#include "indexer/reader/pdf_source.h"

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-image.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>

#include <cmath>
#include <memory>

#include "indexer/reader/pdf_rules.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr double kLargestSide = 3000;       // points; larger pages are posters, and their pictures too large
constexpr std::size_t kMostWords = 40'000;  // of one page

void silent(const std::string& /*message*/, void* /*closure*/) {}

std::string utf8_of(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

bool is_apart(const std::string& font) {
  const std::string name = lower(font);
  return name.find("bold") != std::string::npos || name.find("italic") != std::string::npos ||
         name.find("oblique") != std::string::npos;
}

std::vector<PdfWord> words_of(const poppler::page& page) {
  std::vector<PdfWord> words;
  for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font)) {
    if (words.size() >= kMostWords) break;
    if (box.rotation() != 0) continue;  // what runs up the margin is a stamp
    const poppler::rectf place = box.bbox();
    PdfWord word{utf8_of(box.text()), {place.left(), place.top(), place.right(), place.bottom()}, 0, false};
    if (box.has_font_info()) {
      word.size = box.get_font_size();
      word.apart = is_apart(box.get_font_name());
    }
    if (word.size <= 0) word.size = std::abs(word.box.height());  // of mirrored words it is negative
    if (!word.text.empty()) words.push_back(std::move(word));
  }
  return words;
}

void add_rules(const poppler::page& source, PdfPage& page) {
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  renderer.set_line_mode(poppler::page_renderer::line_solid);
  const poppler::image image = renderer.render_page(&source);
  if (!image.is_valid() || image.format() != poppler::image::format_gray8) return;
  page.width = image.width();
  page.height = image.height();
  page.rules = find_rules({reinterpret_cast<const unsigned char*>(image.const_data()), image.width(),
                           image.height(), image.bytes_per_row()});
}

PdfPage page_of(const poppler::page& source, int number) {
  PdfPage page;
  page.number = number;
  const poppler::rectf size = source.page_rect();
  page.width = size.width();
  page.height = size.height();
  page.words = words_of(source);
  const bool drawable =
      page.width > 0 && page.height > 0 && page.width <= kLargestSide && page.height <= kLargestSide;
  if (drawable && !page.words.empty()) add_rules(source, page);
  return page;
}

}  // namespace

Result<std::vector<PdfPage>> read_pdf_pages(std::string_view bytes) {
  poppler::set_debug_error_function(silent, nullptr);
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) return Error{ErrorCode::BadInput, "is a PDF that is broken; get it again", ""};
  if (document->is_locked()) {
    return Error{ErrorCode::BadInput,
                 "is a PDF locked with a password; take the password off and save it again", ""};
  }
  if (document->pages() > kMostPdfPages) {
    return Error{
        ErrorCode::TooLarge,
        "has " + std::to_string(document->pages()) + " pages; the limit is " + std::to_string(kMostPdfPages),
        ""};
  }
  std::vector<PdfPage> pages;
  for (int i = 0; i < document->pages(); ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    if (page) pages.push_back(page_of(*page, i + 1));
  }
  return pages;
}

}  // namespace giaidap
