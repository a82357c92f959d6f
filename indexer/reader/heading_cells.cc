#include "indexer/reader/heading_cells.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr double kWideTimes = 1.5;           // as wide as between words: a gap between cells
constexpr double kColumnGap = 0.8;           // of the font's size: wider gaps part cells in any case
constexpr std::size_t kMostNumberWords = 3;  // of "Số thứ tự"
constexpr std::size_t kLongestLabel = 8;     // bytes of "(12)", "VIII.", "1.10."

// Gaps wider than this part the cells of a heading: half as wide again as between its words.
double cell_gap(const PdfLine& line) {
  const double widest = kColumnGap * line.size();
  double narrowest = widest;
  for (std::size_t i = 1; i < line.words.size(); ++i)
    narrowest = std::min(narrowest, line.words[i].box.left - line.words[i - 1].box.right);
  return std::clamp(kWideTimes * narrowest, kGutter * line.size(), widest);
}

}  // namespace

std::string HeadingCell::text() const {
  std::string text;
  for (const PdfWord& word : words) (text += text.empty() ? "" : " ") += word.text;
  return text;
}

bool names_number_column(const std::string& text) {
  static constexpr std::array<std::string_view, 5> kNames{"tt", "stt", "so tt", "so thu tu", "no."};
  return std::find(kNames.begin(), kNames.end(), fold(text)) != kNames.end();
}

std::vector<HeadingCell> heading_cells(const PdfLine& line) {
  std::vector<HeadingCell> cells;
  const double gap = cell_gap(line);
  for (const PdfWord& word : line.words) {
    const bool after_number = cells.size() == 1 && cells.front().words.size() <= kMostNumberWords &&
                              names_number_column(cells.front().text());
    if (cells.empty() || after_number || word.box.left - cells.back().span.right > gap) {
      cells.push_back({{word.box.left, word.box.right}, {}});
    }
    cells.back().span.right = std::max(cells.back().span.right, word.box.right);
    cells.back().words.push_back(word);
  }
  return cells;
}

bool is_row_label(const std::string& text) {
  if (text.empty() || text.size() > kLongestLabel) return false;
  std::string inner = text;
  while (!inner.empty() && std::string_view(".)").find(inner.back()) != std::string_view::npos)
    inner.pop_back();
  if (inner.starts_with('(')) inner.erase(0, 1);
  if (inner.empty()) return false;
  const bool number = inner.find_first_not_of("0123456789.") == std::string::npos &&
                      std::isdigit(static_cast<unsigned char>(inner.front())) != 0;
  const bool roman = inner.find_first_not_of("IVXLC") == std::string::npos;
  const bool letter = inner.size() == 1 && std::isupper(static_cast<unsigned char>(inner.front())) != 0;
  return number || roman || letter;
}

}  // namespace giaidap
