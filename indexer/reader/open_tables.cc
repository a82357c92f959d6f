#include "indexer/reader/open_tables.h"

#include <algorithm>
#include <utility>

#include "indexer/reader/gutters.h"
#include "indexer/reader/heading_cells.h"
#include "indexer/reader/open_rows.h"

namespace giaidap {
namespace {

constexpr double kCellLines = 0.2;  // of the font's size: lines so near are of one cell
constexpr double kTableGap = 1.2;   // of the font's size: so much, and twice its other gaps, ends a table
constexpr std::size_t kFewestColumns = 3;
constexpr std::size_t kMostOpenColumns = 24;
constexpr std::size_t kHeadingLines = 4;       // above the line that "TT" stands on
constexpr std::size_t kMostHeadingLines = 12;  // below it, before the first row
constexpr std::size_t kMostWords = 500;        // of a line
constexpr std::size_t kContinuedLines = 3;     // of one column, that tell that a page goes on with a table

// Rows do not go on behind a gap like this one; `widest` is that of those before.
bool ends_table(double gap, double widest, const PdfLine& line) {
  return gap > kTableGap * line.size() && gap > 2 * widest + 1;
}

class Finder {
 public:
  Finder(const std::vector<PdfLine>& lines, std::size_t anchor) : lines_(lines), anchor_(anchor) {}

  std::optional<OpenTable> find() {
    const std::vector<HeadingCell> heading = heading_cells(lines_[anchor_]);
    if (heading.size() < kFewestColumns || heading.size() > kMostOpenColumns ||
        !names_number_column(heading.front().text()))
      return std::nullopt;
    for (const HeadingCell& named : heading) places_.push_back(named.span.middle());
    number_right_ = heading.front().span.right;
    narrowest_ = kGutter * lines_[anchor_].size();
    extend_up();
    extend_down();
    if (!first_row_ || *first_row_ >= end_) return std::nullopt;
    return build();
  }

 private:
  // Other lines of the heading's cells: beside each other, or so near that they are of one cell.
  void extend_up() {
    begin_ = anchor_;
    while (begin_ > 0 && anchor_ - begin_ < kHeadingLines) {
      const PdfLine& line = lines_[begin_ - 1];
      const double gap = lines_[begin_].box.top - line.box.bottom;
      const bool several = heading_cells(line).size() > 1;
      if (gap > (several ? 1 : kCellLines) * line.size() || line.box.left < number_right_) break;
      if (!several && !under_one(line.box)) break;
      --begin_;
    }
  }

  // Only one cell of the heading stands above or below.
  [[nodiscard]] bool under_one(const PdfBox& box) const {
    const std::vector<HeadingCell> cells = heading_cells(lines_[anchor_]);
    return std::count_if(cells.begin(), cells.end(), [&](const HeadingCell& cell) {
             return cell.span.left < box.right && cell.span.right > box.left;
           }) <= 1;
  }

  // Adds what the line covers, unless nothing would part the columns any more.
  bool cover(const PdfLine& line) {
    SpanCoverage wider = coverage_;
    wider.add(line);
    const bool fits = wider.parts(places_, narrowest_);
    if (fits) coverage_ = std::move(wider);
    return fits;
  }

  void extend_down() {
    Gaps gaps;
    for (std::size_t i = begin_; i <= anchor_; ++i) {
      gaps.next(lines_[i]);
      cover(lines_[i]);
    }
    double widest = 0;
    for (end_ = anchor_ + 1; end_ < lines_.size() && lines_[end_].words.size() <= kMostWords; ++end_) {
      const PdfLine& line = lines_[end_];
      const double gap = gaps.next(line);
      const bool labelled = is_row_label(first_words(line));
      if (!labelled && (begins_left(line) || (first_row_ && ends_table(gap, widest, line)))) break;
      if (!first_row_ && end_ - anchor_ > kMostHeadingLines) break;
      const bool fits = cover(line);
      if (!fits && !labelled && first_row_) break;
      if (labelled && !first_row_) first_row_ = end_;
      if (fits && first_row_) body_.add(line);
      widest = std::max(widest, gap);
    }
  }

  // What stands left of where the heading of the number column ends.
  [[nodiscard]] std::string first_words(const PdfLine& line) const {
    std::string words;
    for (const PdfWord& word : line.words) {
      if (word.box.middle() < number_right_ + narrowest_) (words += words.empty() ? "" : " ") += word.text;
    }
    return words;
  }

  [[nodiscard]] bool begins_left(const PdfLine& line) const {
    return line.words.front().box.left < number_right_ &&
           line.words.front().box.middle() < number_right_ + narrowest_;
  }

  OpenTable build() {
    PdfBox box = lines_[begin_].box;
    for (std::size_t i = begin_; i < end_; ++i) box.include(lines_[i].box);
    OpenRows rows(edges_of(box));
    const std::size_t body = body_begin();
    LineGroup heading;
    std::vector<std::string> texts;
    for (std::size_t i = begin_; i < body; ++i) {
      heading.push_back(&lines_[i]);
      texts.push_back(lines_[i].text());
    }
    rows.add_heading(heading);
    for (const LineGroup& group : line_groups(lines_, body, end_)) rows.add_rows(group);
    return {begin_, end_, rows.finish(box), std::move(texts)};
  }

  // The first row begins above its label where that stands in the middle of the row's height.
  [[nodiscard]] std::size_t body_begin() const {
    for (const LineGroup& group : line_groups(lines_, begin_, end_)) {
      const auto first = static_cast<std::size_t>(group.front() - lines_.data());
      if (first > anchor_ && first <= *first_row_ && first + group.size() > *first_row_) return first;
    }
    return *first_row_;
  }

  // In the middle of what rows and heading leave free between the columns.
  [[nodiscard]] std::vector<double> edges_of(const PdfBox& box) const {
    std::vector<Span> gutters = parting(body_.gutters(narrowest_));
    if (gutters.size() + 1 < places_.size()) gutters = parting(coverage_.gutters(narrowest_));
    std::vector<double> edges{box.left};
    for (const Span& gutter : gutters) {
      const Span free = coverage_.widest_free(gutter.left, gutter.right);
      edges.push_back(free.width() >= narrowest_ ? free.middle() : gutter.middle());
    }
    edges.push_back(box.right);
    return edges;
  }

  // Of the gutters those that part cells of the heading, between two of them one: the widest of those that
  // stand under neither.
  [[nodiscard]] std::vector<Span> parting(const std::vector<Span>& gutters) const {
    std::vector<bool> parts(gutters.size());
    for (const std::vector<Span>& cells : cell_spans()) {
      for (std::size_t i = 1; i < cells.size(); ++i) {
        std::optional<std::size_t> widest = widest_in(gutters, {cells[i - 1].right, cells[i].left});
        if (!widest) widest = widest_in(gutters, {cells[i - 1].middle(), cells[i].middle()});
        if (widest) parts[*widest] = true;
      }
    }
    std::vector<Span> parting;
    for (std::size_t k = 0; k < gutters.size(); ++k) {
      if (parts[k]) parting.push_back(gutters[k]);
    }
    return parting;
  }

  // The cells of each line of the heading, and last those of all lines, with what stands above each other as
  // one.
  [[nodiscard]] std::vector<std::vector<Span>> cell_spans() const {
    std::vector<std::vector<Span>> cells;
    SpanCoverage all;
    for (std::size_t line = begin_; line < *first_row_; ++line) {
      cells.emplace_back();
      for (const HeadingCell& named : heading_cells(lines_[line])) {
        cells.back().push_back(named.span);
        all.add(named.span);
      }
    }
    cells.push_back(all.covered());
    return cells;
  }

  // The widest gutter whose middle lies within.
  static std::optional<std::size_t> widest_in(const std::vector<Span>& gutters, const Span& within) {
    std::optional<std::size_t> widest;
    for (std::size_t k = 0; k < gutters.size(); ++k) {
      const double at = gutters[k].middle();
      if (at < within.left || at > within.right) continue;
      if (!widest || gutters[k].width() > gutters[*widest].width()) widest = k;
    }
    return widest;
  }

  const std::vector<PdfLine>& lines_;
  std::size_t anchor_;
  std::size_t begin_ = 0, end_ = 0;
  std::optional<std::size_t> first_row_;
  std::vector<double> places_;  // the middle of each cell of the heading
  double number_right_ = 0;     // where the heading of the number column ends
  double narrowest_ = 0;        // gutter
  SpanCoverage coverage_;
  SpanCoverage body_;
};

// How many lines at the top of a page say again what the heading says, among them the one with "TT".
std::size_t repeated_lines(const std::vector<PdfLine>& lines, const std::vector<std::string>& heading) {
  std::size_t count = 0;
  bool numbered = false;
  while (count < lines.size() &&
         std::find(heading.begin(), heading.end(), lines[count].text()) != heading.end()) {
    numbered = numbered || names_number_column(heading_cells(lines[count]).front().text());
    ++count;
  }
  return numbered ? count : 0;
}

}  // namespace

std::optional<OpenTable> find_open_table(const std::vector<PdfLine>& lines, std::size_t from) {
  for (std::size_t i = from; i < lines.size(); ++i) {
    if (std::optional<OpenTable> table = Finder(lines, i).find(); table && table->begin >= from) return table;
  }
  return std::nullopt;
}

std::optional<OpenTable> continue_open_table(const std::vector<PdfLine>& lines,
                                             const std::vector<double>& columns,
                                             const std::vector<std::string>& heading) {
  const std::size_t begin = repeated_lines(lines, heading);
  OpenRows rows(columns);
  std::size_t end = begin;
  bool several = begin > 0;  // columns have words beside each other
  double widest = 0;
  Gaps gaps;
  for (; end < lines.size(); ++end) {
    const PdfLine& line = lines[end];
    const std::string label = rows.label_of(line);
    const double gap = gaps.next(line);
    const bool crosses = rows.crosses(line);
    if (!label.empty() && !is_row_label(label)) break;
    if (label.empty() && (crosses || ends_table(gap, widest, line))) break;
    several = several || (!crosses && rows.fills_several(line));
    widest = std::max(widest, gap);
  }
  if (end == begin || (!several && end - begin < kContinuedLines)) return std::nullopt;
  PdfBox box = lines.front().box;
  for (std::size_t i = 0; i < end; ++i) box.include(lines[i].box);
  for (const LineGroup& group : line_groups(lines, begin, end)) rows.add_rows(group);
  return OpenTable{0, end, rows.finish(box), {}};
}

}  // namespace giaidap
