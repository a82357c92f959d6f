#include "indexer/reader/pdf_margins.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/reader/pdf_lines.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr double kEdge = 0.12;                  // of the page's height: heads and feet stand within
constexpr std::size_t kEdgeLines = 2;           // at either edge
constexpr std::size_t kFewestPages = 2;         // that a running head stands on
constexpr std::size_t kShortestHead = 6;        // bytes, without digits
constexpr std::size_t kLongestPageNumber = 16;  // bytes of "- 12 -", "Trang 12/40"

// Lines of the stamp that a signing program prints on the page.
bool is_stamp(const std::string& text) {
  static constexpr std::array<std::string_view, 12> kBeginnings{"ky boi:",
                                                                "nguoi ky:",
                                                                "ngay ky:",
                                                                "gio ky:",
                                                                "thoi gian ky:",
                                                                "ky so boi",
                                                                "signature not verified",
                                                                "signature valid",
                                                                "digitally signed",
                                                                "signed by:",
                                                                "chu ky so",
                                                                "ky ngay:"};
  const std::string folded = fold(text);
  return std::any_of(kBeginnings.begin(), kBeginnings.end(),
                     [&](std::string_view beginning) { return folded.starts_with(beginning); });
}

// "Cơ quan: ...", "Email: ..." beside or below such a line belong to it.
bool goes_with_stamp(const std::string& text) {
  static constexpr std::array<std::string_view, 6> kBeginnings{
      "co quan:", "email:", "to chuc:", "don vi:", "date:", "chuc vu:"};
  const std::string folded = fold(text);
  return std::any_of(kBeginnings.begin(), kBeginnings.end(),
                     [&](std::string_view beginning) { return folded.starts_with(beginning); });
}

// The gazette's head, which stands on every page of a document cut out of it, be it one page.
bool is_gazette_head(const std::string& text) { return fold(text).find("cong bao/so") != std::string::npos; }

bool is_page_number(const std::string& text) {
  std::string folded = fold(text);
  if (folded.starts_with("trang ")) folded = folded.substr(6);
  if (folded.starts_with("page ")) folded = folded.substr(5);
  return text.size() <= kLongestPageNumber && folded.find_first_of("0123456789") != std::string::npos &&
         folded.find_first_not_of("0123456789-–/|. ") == std::string::npos;
}

// Numbers differ from page to page.
std::string without_digits(const std::string& text) {
  std::string shape;
  for (const char c : fold(text)) {
    if (std::isdigit(static_cast<unsigned char>(c)) == 0) shape += c;
  }
  return squeeze(shape);
}

struct MarkedLine {
  PdfLine line;
  std::string text;
  bool removed = false;
};
using MarkedPage = std::vector<MarkedLine>;

MarkedPage marked(PdfPage& page) {
  MarkedPage marked;
  for (PdfLine& line : lines_of(std::move(page.words))) {
    std::string text = line.text();
    marked.push_back({std::move(line), std::move(text), false});
  }
  return marked;
}

void mark_stamps(MarkedPage& page) {
  bool beside = false;
  for (MarkedLine& line : page) {
    line.removed =
        is_stamp(line.text) || is_gazette_head(line.text) || (beside && goes_with_stamp(line.text));
    beside = line.removed;
  }
}

// The lines left at the upper and lower edge.
std::vector<MarkedLine*> edge_lines(MarkedPage& page, double height) {
  std::vector<MarkedLine*> left;
  for (MarkedLine& line : page) {
    if (!line.removed) left.push_back(&line);
  }
  std::vector<MarkedLine*> edges;
  for (std::size_t i = 0; i < left.size(); ++i) {
    const bool upper = i < kEdgeLines && left[i]->line.box.top < kEdge * height;
    const bool lower = i + kEdgeLines >= left.size() && left[i]->line.box.bottom > (1 - kEdge) * height;
    if (upper || lower) edges.push_back(left[i]);
  }
  return edges;
}

// The head of a table without rules is repeated too, but is the table's.
bool is_table_head(const std::string& shape) { return shape.starts_with("tt ") || shape.starts_with("stt "); }

}  // namespace

void remove_margins(std::vector<PdfPage>& pages) {
  std::vector<MarkedPage> all;
  for (PdfPage& page : pages) {
    all.push_back(marked(page));
    mark_stamps(all.back());
    for (MarkedLine* line : edge_lines(all.back(), page.height)) {
      line->removed = line->removed || is_page_number(line->text);
    }
  }
  std::map<std::string, std::size_t> times;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    for (const MarkedLine* line : edge_lines(all[i], pages[i].height)) ++times[without_digits(line->text)];
  }
  const std::size_t fewest = std::max(kFewestPages, pages.size() / 4);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    for (MarkedLine* line : edge_lines(all[i], pages[i].height)) {
      const std::string shape = without_digits(line->text);
      line->removed = shape.size() >= kShortestHead && times[shape] >= fewest && !is_table_head(shape);
    }
    for (MarkedLine& line : all[i]) {
      if (line.removed) continue;
      pages[i].words.insert(pages[i].words.end(), std::make_move_iterator(line.line.words.begin()),
                            std::make_move_iterator(line.line.words.end()));
    }
  }
}

}  // namespace giaidap
