#include "indexer/reader/pdf_page.h"

#include <algorithm>
#include <map>
#include <utility>

#include "indexer/reader/block.h"

namespace giaidap {
namespace {

constexpr double kNoteSize = 0.78;   // of the line's font: larger numbers are text
constexpr double kNoteRaise = 0.08;  // of the line's font: how far above its foot a mark ends

bool is_note_mark(const PdfWord& word, const PdfLine& line, double size) {
  return word.text.size() <= 3 && word.text.find_first_not_of("0123456789") == std::string::npos &&
         word.size <= size * kNoteSize && word.box.bottom < line.box.bottom - size * kNoteRaise;
}

}  // namespace

void PdfBox::include(const PdfBox& other) {
  left = std::min(left, other.left);
  top = std::min(top, other.top);
  right = std::max(right, other.right);
  bottom = std::max(bottom, other.bottom);
}

void PdfLine::add(PdfWord word) {
  if (words.empty()) box = word.box;
  box.include(word.box);
  words.push_back(std::move(word));
}

double PdfLine::size() const {
  std::map<double, std::size_t> letters;
  for (const PdfWord& word : words) letters[word.size] += word.text.size();
  const auto most = std::max_element(letters.begin(), letters.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == letters.end() ? 0 : most->first;
}

std::string PdfLine::text() const {
  const double most = size();
  std::string text;
  for (const PdfWord& word : words) {
    if (is_note_mark(word, *this, most)) {
      text += kFootnoteOpen + word.text + kFootnoteClose;
    } else {
      (text += text.empty() ? "" : " ") += word.text;
    }
  }
  return text;
}

bool PdfLine::all_apart() const {
  return std::all_of(words.begin(), words.end(), [](const PdfWord& word) { return word.apart; });
}

std::string PdfLine::lead() const {
  std::string lead;
  for (const PdfWord& word : words) {
    if (!word.apart) break;
    (lead += lead.empty() ? "" : " ") += word.text;
  }
  return lead;
}

}  // namespace giaidap
