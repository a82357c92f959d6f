#include "indexer/reader/pdf_cells.h"

#include <cctype>
#include <string>
#include <utility>

#include "indexer/reader/pdf_lines.h"

namespace giaidap {
namespace {

constexpr double kShortLine = 0.3;  // of a cell's width left free: the paragraph ends here

bool begins_item(const std::string& text) {
  if (text.starts_with('-') || text.starts_with('+') || text.starts_with("•")) return true;
  const std::size_t end = text.find_first_not_of("0123456789");
  if (end == std::string::npos || end > 2) return false;
  const bool letter = end == 0 && text.size() > 1 && std::islower(static_cast<unsigned char>(text[0])) != 0;
  return text[letter ? 1 : end] == ')' ||
         (end > 0 && text[end] == '.' && text.size() > end + 1 && text[end + 1] == ' ');
}

}  // namespace

CellText cell_paragraphs(std::vector<PdfWord> words, double left, double right) {
  CellText paragraphs;
  bool open = false;
  for (const PdfLine& line : lines_of(std::move(words))) {
    const std::string text = line.text();
    if (open && !begins_item(text)) {
      // A code broken at its dash ("66-" / "NQ/TW") is one word.
      const std::string& before = paragraphs.back();
      const bool broken = before.size() > 1 && before.back() == '-' && before[before.size() - 2] != ' ';
      (paragraphs.back() += broken ? "" : " ") += text;
    } else {
      paragraphs.push_back(text);
    }
    const bool closed = text.find_last_of(".:;") == text.size() - 1;
    open = !closed || right - line.box.right < kShortLine * (right - left);
  }
  return paragraphs;
}

}  // namespace giaidap
