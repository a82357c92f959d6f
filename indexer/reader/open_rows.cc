#include "indexer/reader/open_rows.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "indexer/reader/heading_cells.h"
#include "indexer/reader/pdf_cells.h"

namespace giaidap {
namespace {

constexpr double kRowGap = 0.25;    // of the font's size: so much more than between lines parts rows
constexpr double kSpanned = 0.25;   // of a heading cell's width: so much of it in a column spans that
constexpr double kOffCentre = 0.4;  // of the font's size: so near the middle of its row a label is centred

}  // namespace

std::vector<LineGroup> line_groups(const std::vector<PdfLine>& lines, std::size_t begin, std::size_t end) {
  std::vector<double> gaps;
  Gaps walk;
  for (std::size_t i = begin; i < end; ++i) gaps.push_back(walk.next(lines[i]));
  std::vector<double> sorted(gaps.begin() + std::min<std::ptrdiff_t>(1, std::ssize(gaps)), gaps.end());
  std::sort(sorted.begin(), sorted.end());
  const double usual = sorted.empty() ? 0 : std::max(sorted[sorted.size() / 4], 0.0);
  std::vector<LineGroup> groups;
  for (std::size_t i = begin; i < end; ++i) {
    const bool parted = gaps[i - begin] > usual + kRowGap * lines[i].size();
    if (groups.empty() || parted) groups.emplace_back();
    groups.back().push_back(&lines[i]);
  }
  return groups;
}

std::size_t OpenRows::column_of(double place) const {
  std::size_t column = 0;
  while (column + 1 < columns() && place > edges_[column + 1]) ++column;
  return column;
}

// The columns that much of the span stands in.
std::pair<std::size_t, std::size_t> OpenRows::columns_under(const Span& span) const {
  const double reach = kSpanned * span.width();
  return {column_of(span.left + reach), column_of(span.right - reach)};
}

std::string OpenRows::label_of(const PdfLine& line) const {
  std::string label;
  for (const PdfWord& word : line.words) {
    if (column_of(word.box.middle()) == 0) (label += label.empty() ? "" : " ") += word.text;
  }
  return label;
}

bool OpenRows::crosses(const PdfLine& line) const {
  return std::any_of(line.words.begin(), line.words.end(), [&](const PdfWord& word) {
    return std::any_of(edges_.begin() + 1, edges_.end() - 1,
                       [&](double edge) { return word.box.left < edge - 1 && word.box.right > edge + 1; });
  });
}

bool OpenRows::fills_several(const PdfLine& line) const {
  return column_of(line.words.front().box.middle()) != column_of(line.words.back().box.middle());
}

void OpenRows::add_heading(const LineGroup& lines) {
  std::vector<Words> upper(columns());
  std::vector<Words> lower(columns());
  std::vector<std::size_t> spans(columns(), 1);
  for (const PdfLine* line : lines) {
    for (HeadingCell& named : heading_cells(*line)) {
      const auto [first, last] = columns_under(named.span);
      Words& cell = (last > first ? upper : lower)[first];
      cell.insert(cell.end(), named.words.begin(), named.words.end());
      if (last > first) spans[first] = last - first + 1;
    }
  }
  if (std::all_of(upper.begin(), upper.end(), [](const auto& words) { return words.empty(); }))
    return rows_.push_back(row(std::move(lower)));
  std::vector<GridCell> top;
  for (std::size_t column = 0; column < columns(); column += spans[column]) {
    const bool spanning = spans[column] > 1;
    top.push_back(cell(std::move(spanning ? upper[column] : lower[column]), column, spans[column]));
    top.back().rows = spanning ? 1 : 2;
  }
  std::vector<GridCell> bottom;
  for (std::size_t column = 0; column < columns(); column += spans[column]) {
    for (std::size_t i = 0; spans[column] > 1 && i < spans[column]; ++i)
      bottom.push_back(cell(std::move(lower[column + i]), column + i, 1));
  }
  rows_.push_back(std::move(top));
  rows_.push_back(std::move(bottom));
}

void OpenRows::add_rows(const LineGroup& lines) {
  LineGroup row_lines;
  bool labelled = lines.empty() || is_centred_row(lines);
  for (const PdfLine* line : lines) {
    if (is_row_label(label_of(*line)) && !std::exchange(labelled, false) && !row_lines.empty())
      add_row(std::exchange(row_lines, {}));
    row_lines.push_back(line);
  }
  add_row(row_lines);
}

PdfTable OpenRows::finish(PdfBox box) {
  PdfTable table;
  table.box = box;
  table.columns = edges_;
  table.rows = std::move(rows_);
  return table;
}

bool OpenRows::is_centred_row(const LineGroup& lines) const {
  PdfBox box = lines.front()->box;
  const PdfLine* label = nullptr;
  for (const PdfLine* line : lines) {
    box.include(line->box);
    if (!is_row_label(label_of(*line))) continue;
    if (label != nullptr) return false;
    label = line;
  }
  return label != nullptr && std::abs(label->box.centre() - box.centre()) < kOffCentre * label->size();
}

// A heading between rows runs over several columns: its text stands behind its label.
void OpenRows::add_row(const LineGroup& lines) {
  std::vector<Words> cells(columns());
  const bool group = lines.size() == 1 && crosses(*lines.front());
  for (const PdfLine* line : lines) {
    for (const PdfWord& word : line->words) {
      const std::size_t column = column_of(word.box.middle());
      cells[group && column > 1 ? 1 : column].push_back(word);
    }
  }
  rows_.push_back(row(std::move(cells)));
}

std::vector<GridCell> OpenRows::row(std::vector<Words> cells) const {
  std::vector<GridCell> row;
  for (std::size_t column = 0; column < cells.size(); ++column)
    row.push_back(cell(std::move(cells[column]), column, 1));
  return row;
}

GridCell OpenRows::cell(Words words, std::size_t column, std::size_t spanned) const {
  GridCell cell;
  cell.columns = spanned;
  if (!words.empty()) cell.line = words.front().source_line;
  cell.text = cell_paragraphs(std::move(words), edges_[column], edges_[column + spanned]);
  return cell;
}

}  // namespace giaidap
