// Markdown and HTML marks: paragraphs of UTF-8 stay UTF-8.
#include "indexer/reader/markup.h"
#include "indexer/text/normalize.h"
#include "tests/fuzz/fuzz.h"

using giaidap::fuzz::require;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = giaidap::normalize_text(giaidap::fuzz::bytes_of(data, size));
  for (const std::string& paragraph : giaidap::html_paragraphs(text)) {
    require(giaidap::is_valid_utf8(paragraph), "paragraphs are UTF-8");
    require(!paragraph.empty(), "no paragraph is empty");
  }
  for (const giaidap::MarkedLine& line : giaidap::strip_emphasis({text, text})) {
    require(giaidap::is_valid_utf8(line.text), "lines are UTF-8");
  }
  return 0;
}
