#include "indexer/reader/pdf_lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace giaidap {
namespace {

constexpr double kSameLine = 0.5;        // overlap of the lower of two words that stand on one line
constexpr double kWideGap = 1.6;         // of the font's size: wider gaps may be gutters
constexpr double kOddGap = 0.8;          // of the font's size: so wide a gap may be a gutter
constexpr double kOddTimes = 2.5;        // where it is so many times as wide as the others
constexpr double kNarrowestGutter = 8;   // points
constexpr double kCentred = 12;          // points that a centred line may be off the middle
constexpr std::size_t kLinesBack = 12;   // lines that a word may still belong to
constexpr std::size_t kLongestMark = 6;  // bytes of a list mark before a tab

double overlap(const PdfBox& a, const PdfBox& b) {
  return std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
}

// Words of one line stand side by side.
bool covers(const PdfLine& line, const PdfBox& box) {
  return std::any_of(line.words.begin(), line.words.end(), [&](const PdfWord& word) {
    const double shared = std::min(word.box.right, box.right) - std::max(word.box.left, box.left);
    return shared > kSameLine * std::min(word.box.width(), box.width());
  });
}

// The line that the word stands on, the one it shares most height with; lines.size() for a new one.
std::size_t line_for(const PdfWord& word, const std::vector<PdfLine>& lines,
                     const std::vector<PdfBox>& heads) {
  std::size_t best = lines.size();
  double most = 0;
  for (std::size_t i = lines.size(); i-- > 0 && i + kLinesBack >= lines.size();) {
    const double shared = overlap(word.box, heads[i]);
    const double lower = std::min(word.box.height(), heads[i].height());
    if (shared <= kSameLine * lower || shared <= most || covers(lines[i], word.box)) continue;
    most = shared;
    best = i;
  }
  return best;
}

// A gap between words that may be part of a gutter.
struct Gap {
  double left, right;
  [[nodiscard]] double width() const { return right - left; }
};

// "1.", "a)", "-", "(2)".
bool is_mark(const std::string& text) {
  if (text.size() > kLongestMark) return false;
  return text.ends_with('.') || text.ends_with(')') || text.find_first_of("-+*") == 0 ||
         text.find_first_not_of("0123456789IVX") == std::string::npos || text == "•" || text == "–";
}

// The widest gap of a line, where it is wide enough for a gutter: wide in itself, or beside the others of its
// line, which in justified text are all alike. A list mark with its tab is none.
std::optional<Gap> gap_of(const PdfLine& line) {
  std::optional<Gap> widest;
  std::vector<double> widths;
  double reach = line.words.front().box.right;
  for (std::size_t i = 1; i < line.words.size(); ++i) {
    const PdfWord& word = line.words[i];
    const Gap gap{reach, word.box.left};
    const bool after_mark = i == 1 && is_mark(line.words.front().text);
    widths.push_back(std::max(gap.width(), 0.0));
    if (!after_mark && (!widest || gap.width() > widest->width())) widest = gap;
    reach = std::max(reach, word.box.right);
  }
  if (!widest) return std::nullopt;
  std::nth_element(widths.begin(), widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2),
                   widths.end());
  const double usual = widths[widths.size() / 2];
  const double size = line.size();
  const bool wide =
      widest->width() > kWideGap * size ||
      (widest->width() > kOddGap * size && widest->width() > kOddTimes * usual && widths.size() > 2);
  return wide ? widest : std::nullopt;
}

// What is left of a gutter beside a line; nullopt where the line runs through it.
std::optional<Gap> narrowed(const Gap& gutter, const PdfLine& line) {
  Gap rest = gutter;
  for (const PdfWord& word : line.words) {
    if (word.box.right <= rest.left || word.box.left >= rest.right) continue;
    // A word that reaches in from one side narrows the gutter from there.
    if (word.box.middle() < (rest.left + rest.right) / 2) {
      rest.left = word.box.right;
    } else {
      rest.right = word.box.left;
    }
  }
  return rest.width() >= kNarrowestGutter ? std::optional(rest) : std::nullopt;
}

void split_at(PdfLine line, const Gap& gutter, std::vector<PdfLine>& left, std::vector<PdfLine>& right) {
  std::array<PdfLine, 2> parts;
  for (PdfWord& word : line.words) {
    parts[word.box.middle() < (gutter.left + gutter.right) / 2 ? 0 : 1].add(std::move(word));
  }
  if (!parts[0].words.empty()) left.push_back(std::move(parts[0]));
  if (!parts[1].words.empty()) right.push_back(std::move(parts[1]));
}

class ColumnFinder {
 public:
  ColumnFinder(std::vector<PdfLine> lines, double middle) : lines_(std::move(lines)), middle_(middle) {}

  std::vector<PdfColumn> find() {
    std::size_t plain = 0;  // the first line not yet put out
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      const std::optional<Gap> gap = gap_of(lines_[at]);
      if (!gap) continue;
      Gap gutter = *gap;
      const std::size_t begin = extent_up(at, plain, gutter);
      const std::size_t end = extent_down(at, gutter);
      if (end == at) continue;  // of small print: too narrow for a gutter
      whole(plain, begin);
      parted(begin, end, gutter);
      plain = end;
      at = end - 1;
    }
    whole(plain, lines_.size());
    return std::move(columns_);
  }

 private:
  // Lines right above that leave the gutter free and stand on its right side: on the left they would be text.
  std::size_t extent_up(std::size_t at, std::size_t limit, Gap& gutter) const {
    while (at > limit) {
      const std::optional<Gap> rest = narrowed(gutter, lines_[at - 1]);
      if (!rest || lines_[at - 1].box.left < gutter.right - kNarrowestGutter) break;
      gutter = *rest;
      --at;
    }
    return at;
  }

  std::size_t extent_down(std::size_t at, Gap& gutter) const {
    PdfBox right;
    for (; at < lines_.size(); ++at) {
      const std::optional<Gap> rest = narrowed(gutter, lines_[at]);
      if (!rest || is_heading(lines_[at], right, *rest)) break;
      widen_right(right, lines_[at], gutter);
      gutter = *rest;
    }
    return at;
  }

  // In the middle of the page, but not of the right column that it would stand in.
  [[nodiscard]] bool is_heading(const PdfLine& line, const PdfBox& right, const Gap& gutter) const {
    const double middle = line.box.middle();
    if (line.box.left < gutter.left && line.box.right > gutter.right) return false;  // words on both sides
    return right.width() > 0 && std::abs(middle - middle_) < kCentred &&
           std::abs(middle - right.middle()) > 2 * kCentred;
  }

  // The right column reaches as far as its words in lines with words on both sides.
  static void widen_right(PdfBox& right, const PdfLine& line, const Gap& gutter) {
    for (const PdfWord& word : line.words) {
      if (word.box.middle() < (gutter.left + gutter.right) / 2) continue;
      if (right.width() <= 0) right = word.box;
      right.include(word.box);
    }
  }

  void whole(std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    const auto first = std::make_move_iterator(lines_.begin() + static_cast<std::ptrdiff_t>(begin));
    const auto last = std::make_move_iterator(lines_.begin() + static_cast<std::ptrdiff_t>(end));
    columns_.push_back({std::vector<PdfLine>(first, last), false});
  }

  void parted(std::size_t begin, std::size_t end, const Gap& gutter) {
    std::vector<PdfLine> left;
    std::vector<PdfLine> right;
    for (std::size_t i = begin; i < end; ++i) split_at(std::move(lines_[i]), gutter, left, right);
    for (std::vector<PdfLine>* column : {&left, &right}) {
      if (!column->empty()) columns_.push_back({std::move(*column), true});
    }
  }

  std::vector<PdfLine> lines_;
  double middle_;
  std::vector<PdfColumn> columns_;
};

}  // namespace

std::vector<PdfLine> lines_of(std::vector<PdfWord> words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const PdfWord& a, const PdfWord& b) { return a.box.centre() < b.box.centre(); });
  std::vector<PdfLine> lines;
  std::vector<PdfBox> heads;  // the largest word of each line, which tells what stands beside it
  for (PdfWord& word : words) {
    const std::size_t best = line_for(word, lines, heads);
    if (best == lines.size()) {
      lines.emplace_back();
      heads.push_back(word.box);
    } else if (word.box.height() > heads[best].height()) {
      heads[best] = word.box;
    }
    lines[best].add(std::move(word));
  }
  for (PdfLine& line : lines) {
    std::stable_sort(line.words.begin(), line.words.end(),
                     [](const PdfWord& a, const PdfWord& b) { return a.box.left < b.box.left; });
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const PdfLine& a, const PdfLine& b) { return a.box.centre() < b.box.centre(); });
  return lines;
}

std::vector<PdfColumn> columns_of(std::vector<PdfLine> lines, double middle) {
  return ColumnFinder(std::move(lines), middle).find();
}

}  // namespace giaidap
