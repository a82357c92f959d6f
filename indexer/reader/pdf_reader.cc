#include "indexer/reader/pdf_reader.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "indexer/reader/pdf_lines.h"
#include "indexer/reader/pdf_margins.h"
#include "indexer/reader/pdf_page.h"
#include "indexer/reader/pdf_source.h"
#include "indexer/reader/pdf_tables.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr double kIndent = 8;          // points that the first line of a paragraph stands in
constexpr double kParagraphGap = 0.9;  // of the font's size: more between two lines is a paragraph's end
constexpr double kShortLine = 0.12;    // of the column's width left free: a paragraph may end here
constexpr double kWordSpace = 0.5;     // of the font's size, at most, between words that are not justified
constexpr double kCentred = 12;        // points that a centred line may be off the middle
constexpr double kSameColumns = 6;     // points that columns of a table on the next page may be off
constexpr std::size_t kFewestLetters = 40;  // bytes a page that is no scan has, on average over all
constexpr std::size_t kSampleBytes = 64U << 10U;
constexpr double kMostUnreadable = 0.2;  // share of signs that no font explains

// Left and right edge of a column's text, most lines reach.
struct Edges {
  double left = 0, right = 0;
  [[nodiscard]] double width() const { return right - left; }
};

Edges edges_of(const std::vector<PdfLine>& lines) {
  Edges edges{lines.front().box.left, lines.front().box.right};
  for (const PdfLine& line : lines) {
    edges.left = std::min(edges.left, line.box.left);
    edges.right = std::max(edges.right, line.box.right);
  }
  return edges;
}

// Blocks of the pages one after the other.
class BlockMaker {
 public:
  explicit BlockMaker(std::string file) : file_(std::move(file)) {}

  void page(const PdfPage& page, std::vector<PdfTable> tables) {
    std::vector<PdfLine> lines = lines_of(page.words);
    std::size_t begin = 0;
    page_ = page.number;
    line_ = 0;
    middle_ = page.width / 2;
    page_begins_ = true;
    for (PdfTable& table : tables) {
      std::size_t end = begin;
      while (end < lines.size() && lines[end].box.centre() < table.box.top) ++end;
      text(lines, begin, end);
      begin = end;
      rows(std::move(table));
    }
    text(lines, begin, lines.size());
  }

  std::vector<Block> finish() { return std::move(blocks_); }

 private:
  void text(std::vector<PdfLine>& lines, std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    std::vector<PdfLine> stretch(std::make_move_iterator(lines.begin() + static_cast<std::ptrdiff_t>(begin)),
                                 std::make_move_iterator(lines.begin() + static_cast<std::ptrdiff_t>(end)));
    for (const PdfColumn& one : columns_of(std::move(stretch), middle_)) column(one);
  }

  void column(const PdfColumn& column) {
    const Edges edges = edges_of(column.lines);
    beside_ = column.beside;
    const PdfLine* previous = nullptr;
    for (const PdfLine& line : column.lines) {
      Block block;
      block.text = squeeze(line.text());
      block.place = next_place();
      block.all_bold = line.all_apart();
      block.bold_lead = squeeze(line.lead());
      block.centred = is_centred(line, edges);
      block.blank_before =
          previous == nullptr ? !page_begins_ || !fills(blocks_) : begins(*previous, line, edges);
      block.trailing_space = !block.centred && edges.right - line.box.right < kShortLine * edges.width() &&
                             edges.width() > middle_ / 2;
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

  // The last line put out runs to the end of its column: the next page may go on with it.
  static bool fills(const std::vector<Block>& blocks) {
    return !blocks.empty() && blocks.back().trailing_space;
  }

  [[nodiscard]] bool is_centred(const PdfLine& line, const Edges& edges) const {
    const bool inside = line.box.left > edges.left + kIndent && line.box.right < edges.right - kIndent;
    const bool middle_of_column = std::abs(line.box.middle() - (edges.left + edges.right) / 2) < kCentred;
    return inside ? middle_of_column || std::abs(line.box.middle() - middle_) < kCentred
                  : std::abs(line.box.middle() - middle_) < kCentred && line.box.width() < middle_;
  }

  [[nodiscard]] bool begins(const PdfLine& previous, const PdfLine& line, const Edges& edges) const {
    const double gap = line.box.top - previous.box.bottom;
    if (gap > kParagraphGap * line.size()) return true;
    if (beside_) return false;  // letterheads and signatures are set in the middle of their column
    const bool centred = is_centred(line, edges);
    // Full where the next word would not have fitted on it any more.
    const bool filled =
        edges.right - previous.box.right < line.words.front().box.width() + kWordSpace * line.size();
    const bool same_setting = previous.all_apart() == line.all_apart();
    if (centred != is_centred(previous, edges)) return !filled || !same_setting;
    if (centred) return line.words.front().text.starts_with('(');  // "(Kèm theo ...)" below a title
    if (line.box.left > previous.box.left + kIndent && line.box.left > edges.left + kIndent) return true;
    return !filled;
  }

  void rows(PdfTable table) {
    const bool goes_on = page_begins_ && !blocks_.empty() && blocks_.back().kind == BlockKind::TableRow &&
                         same_columns(table.columns);
    if (!goes_on) ++tables_;
    columns_ = table.columns;
    for (Block& block : grid_blocks(std::move(table.rows), next_place(), tables_)) {
      blocks_.push_back(std::move(block));
    }
    page_begins_ = false;
  }

  [[nodiscard]] bool same_columns(const std::vector<double>& columns) const {
    return std::equal(columns.begin(), columns.end(), columns_.begin(), columns_.end(),
                      [](double a, double b) { return std::abs(a - b) < kSameColumns; });
  }

  Place next_place() { return {file_, page_, ++line_}; }

  std::string file_;
  std::vector<Block> blocks_;
  std::vector<double> columns_;  // of the table last put out
  int tables_ = 0;
  int page_ = 0;
  int line_ = 0;
  double middle_ = 0;         // of the page
  bool beside_ = false;       // the column under way has another beside it
  bool page_begins_ = false;  // nothing of the page was put out yet
};

std::string sample_of(const std::vector<PdfPage>& pages) {
  std::string sample;
  for (const PdfPage& page : pages) {
    for (const PdfWord& word : page.words) {
      if (sample.size() > kSampleBytes) return sample;
      sample.append(word.text).append(" ");
    }
  }
  return sample;
}

// Signs of fonts that do not tell what they stand for: control characters, private use, U+FFFD.
bool is_unreadable(const std::string& sample) {
  std::size_t bad = 0;
  std::size_t all = 0;
  for (std::size_t at = 0; at < sample.size(); ++at) {
    const auto c = static_cast<unsigned char>(sample[at]);
    if ((c & 0xC0U) == 0x80U || c == ' ') continue;
    ++all;
    const std::string_view rest = std::string_view(sample).substr(at, 3);
    const bool private_use = rest.size() == 3 && rest >= std::string_view("\xEE\x80\x80") &&
                             rest <= std::string_view("\xEF\xA3\xBF");
    if (c < 0x20 || private_use || rest == "\xEF\xBF\xBD") ++bad;
  }
  return static_cast<double>(bad) > kMostUnreadable * static_cast<double>(all);
}

void normalize_words(PdfPage& page, const LegacyText& legacy) {
  for (PdfWord& word : page.words) word.text = squeeze(normalize_text(legacy.mend(word.text)));
  std::erase_if(page.words, [](const PdfWord& word) { return word.text.empty(); });
}

std::size_t letters_of(const std::vector<Block>& blocks) {
  std::size_t bytes = 0;
  for (const Block& block : blocks) {
    bytes += block.text.size();
    for (const CellText& cell : block.cells) {
      for (const std::string& paragraph : cell) bytes += paragraph.size();
    }
  }
  return bytes;
}

}  // namespace

Result<PdfText> read_pdf(std::string_view bytes, const std::string& file) {
  Result<std::vector<PdfPage>> read = read_pdf_pages(bytes);
  if (!read) return read.error();
  std::vector<PdfPage>& pages = read.value();
  PdfText result;
  for (const PdfPage& page : pages) {
    if (page.words.empty()) result.pages_without_text.push_back(page.number);
  }
  const std::string sample = sample_of(pages);
  if (is_unreadable(sample)) {
    return Error{
        ErrorCode::BadInput,
        "has fonts that do not tell which letters they show; get the Word file, or read it with a text "
        "recognition program (OCR)",
        file};
  }
  result.legacy = LegacyText(sample);
  for (PdfPage& page : pages) normalize_words(page, result.legacy);
  std::vector<std::vector<PdfTable>> tables;
  for (PdfPage& page : pages) tables.push_back(take_tables(page));
  remove_margins(pages);
  BlockMaker maker(file);
  for (std::size_t i = 0; i < pages.size(); ++i) maker.page(pages[i], std::move(tables[i]));
  result.blocks = maker.finish();
  // Stamps and page numbers that a scan bears are gone by now.
  if (letters_of(result.blocks) < kFewestLetters * std::max<std::size_t>(pages.size(), 1)) {
    return Error{
        ErrorCode::BadInput,
        "is a scan: its pages are pictures without text; read it with a text recognition program (OCR) "
        "first",
        file};
  }
  return result;
}

}  // namespace giaidap
