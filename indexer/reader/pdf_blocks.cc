#include "indexer/reader/pdf_blocks.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "indexer/reader/open_tables.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr double kIndent = 8;          // points that the first line of a paragraph stands in
constexpr double kParagraphGap = 0.9;  // of the font's size: more between two lines is a paragraph's end
constexpr double kShortLine = 0.12;    // of the column's width left free: a paragraph may end here
constexpr double kWordSpace = 0.5;     // of the font's size, at most, between words that are not justified
constexpr double kCentred = 12;        // points that a centred line may be off the middle
constexpr double kSameColumns = 6;     // points that columns of a table on the next page may be off

// How the lines of a column are set.
class ColumnSetting {
 public:
  ColumnSetting(const PdfColumn& column, double page_middle)
      : left_(column.lines.front().box.left),
        right_(column.lines.front().box.right),
        page_middle_(page_middle),
        beside_(column.beside) {
    for (const PdfLine& line : column.lines) {
      left_ = std::min(left_, line.box.left);
      right_ = std::max(right_, line.box.right);
    }
  }

  [[nodiscard]] bool is_centred(const PdfLine& line) const {
    const bool inside = line.box.left > left_ + kIndent && line.box.right < right_ - kIndent;
    const bool middle_of_column = std::abs(line.box.middle() - (left_ + right_) / 2) < kCentred;
    const bool middle_of_page = std::abs(line.box.middle() - page_middle_) < kCentred;
    return inside ? middle_of_column || middle_of_page : middle_of_page && line.box.width() < page_middle_;
  }

  // The line runs to the end of its column, which is wide enough to tell.
  [[nodiscard]] bool is_full(const PdfLine& line) const {
    const double width = right_ - left_;
    return right_ - line.box.right < kShortLine * width && width > page_middle_ / 2;
  }

  // The line begins a paragraph.
  [[nodiscard]] bool begins(const PdfLine& previous, const PdfLine& line) const {
    const double gap = line.box.top - previous.box.bottom;
    if (gap > kParagraphGap * line.size()) return true;
    if (beside_) return false;  // letterheads and signatures are set in the middle of their column
    const bool centred = is_centred(line);
    // Full where the next word would not have fitted on it any more.
    const bool filled =
        right_ - previous.box.right < line.words.front().box.width() + kWordSpace * line.size();
    const bool same_setting = previous.all_apart() == line.all_apart();
    if (centred != is_centred(previous)) return !filled || !same_setting;
    if (centred) return line.words.front().text.starts_with('(');  // "(Kèm theo ...)" below a title
    if (line.box.left > previous.box.left + kIndent && line.box.left > left_ + kIndent) return true;
    return !filled;
  }

 private:
  double left_, right_;  // edges that most lines reach
  double page_middle_;
  bool beside_;  // another column stands beside it
};

std::vector<PdfLine> taken(std::vector<PdfLine>& lines, std::size_t begin, std::size_t end) {
  return {std::make_move_iterator(lines.begin() + static_cast<std::ptrdiff_t>(begin)),
          std::make_move_iterator(lines.begin() + static_cast<std::ptrdiff_t>(end))};
}

}  // namespace

void PdfBlocks::page(const PdfPage& page, std::vector<PdfTable> tables) {
  std::vector<PdfLine> lines = lines_of(page.words);
  std::size_t begin = 0;
  page_ = page.number;
  line_ = 0;
  middle_ = page.width / 2;
  page_begins_ = true;
  for (PdfTable& table : tables) {
    std::size_t end = begin;
    while (end < lines.size() && lines[end].box.centre() < table.box.top) ++end;
    text(taken(lines, begin, end));
    begin = end;
    ruled_ = true;
    rows(std::move(table));
  }
  text(taken(lines, begin, lines.size()));
}

// Text between ruled tables, which may hold tables without rules.
void PdfBlocks::text(std::vector<PdfLine> lines) {
  std::size_t begin = 0;
  const bool after_table = page_begins_ && !blocks_.empty() && blocks_.back().kind == BlockKind::TableRow &&
                           !ruled_ && !lines.empty();
  std::optional<OpenTable> table =
      after_table ? continue_open_table(lines, columns_, heading_) : find_open_table(lines, begin);
  if (after_table && !table) table = find_open_table(lines, begin);
  for (; table; table = find_open_table(lines, begin)) {
    plain_text(taken(lines, begin, table->begin));
    begin = table->end;
    ruled_ = false;
    if (!table->heading.empty()) heading_ = std::move(table->heading);
    rows(std::move(table->table));
  }
  plain_text(taken(lines, begin, lines.size()));
}

void PdfBlocks::plain_text(std::vector<PdfLine> lines) {
  if (lines.empty()) return;
  for (const PdfColumn& one : columns_of(std::move(lines), middle_)) column(one);
}

void PdfBlocks::column(const PdfColumn& column) {
  const ColumnSetting setting(column, middle_);
  const PdfLine* previous = nullptr;
  for (const PdfLine& line : column.lines) {
    // The last line put out runs to the end of its column: the next page may go on with it.
    const bool page_goes_on = page_begins_ && !blocks_.empty() && blocks_.back().trailing_space;
    Block block;
    block.text = squeeze(line.text());
    block.place = place_of(line.words.front());
    block.all_bold = line.all_apart();
    block.bold_lead = squeeze(line.lead());
    block.centred = setting.is_centred(line);
    block.blank_before = previous == nullptr ? !page_goes_on : setting.begins(*previous, line);
    block.trailing_space = !block.centred && setting.is_full(line);
    if (!blocks_.empty() && previous != nullptr) {
      blocks_.back().trailing_space = !block.blank_before && !block.centred;
    } else if (!blocks_.empty() && block.blank_before) {
      blocks_.back().trailing_space = false;
    }
    const bool rule = block.text.find_first_not_of("-_*=~. ") == std::string::npos;
    if (!rule) blocks_.push_back(std::move(block));
    previous = &line;
    page_begins_ = false;
  }
}

void PdfBlocks::rows(PdfTable table) {
  if (!continues(table.columns)) ++tables_;
  columns_ = table.columns;
  const Place place = next_place();
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    if (!table.rows[i].empty() && table.rows[i].front().line == 0) table.rows[i].front().line = ++line_;
  }
  for (Block& block : grid_blocks(std::move(table.rows), place, tables_)) {
    blocks_.push_back(std::move(block));
  }
  page_begins_ = false;
}

bool PdfBlocks::continues(const std::vector<double>& columns) const {
  return page_begins_ && !blocks_.empty() && blocks_.back().kind == BlockKind::TableRow &&
         std::equal(columns.begin(), columns.end(), columns_.begin(), columns_.end(),
                    [](double a, double b) { return std::abs(a - b) < kSameColumns; });
}

Place PdfBlocks::place_of(const PdfWord& word) {
  return word.source_line > 0 ? Place{file_, std::nullopt, word.source_line} : next_place();
}

Place PdfBlocks::next_place() { return {file_, page_ > 0 ? std::optional(page_) : std::nullopt, ++line_}; }

}  // namespace giaidap
