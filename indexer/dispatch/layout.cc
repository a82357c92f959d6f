#include "indexer/dispatch/layout.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "indexer/dispatch/lines.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr std::size_t kMostColumns = 4;          // of a table that only sets a page
constexpr std::size_t kColumnLines = 16;         // of a letterhead or signature
constexpr std::size_t kLinesBetween = 3;         // of the left column alone
constexpr std::size_t kLongestColumnLine = 200;  // bytes
constexpr std::size_t kLetterheadRows = 6;       // of a letterhead before its number line

template <typename Test>
bool any_paragraph(const Block& row, Test test) {
  return std::any_of(row.cells.begin(), row.cells.end(),
                     [&](const CellText& cell) { return std::any_of(cell.begin(), cell.end(), test); });
}

// "Số 15-NQ/TU", as the Party writes it, also left blank.
bool is_party_number(const std::string& text) {
  constexpr std::size_t kLongestNumber = 40;  // bytes
  const std::string folded = fold(squeeze(text));
  return folded.starts_with("so ") && folded.size() <= kLongestNumber &&
         std::string_view("0123456789-.").find(folded[3]) != std::string_view::npos;
}

// "Luật số: 26/2023/QH15": the kind stands before the number.
bool is_number_behind_kind(const std::string& text) {
  constexpr std::size_t kLongestKind = 24;    // bytes
  constexpr std::size_t kLongestNumber = 60;  // bytes
  const std::string folded = fold(squeeze(text));
  const std::size_t word = folded.find(" so:");
  if (word == std::string::npos || word > kLongestKind || folded.size() > kLongestNumber) return false;
  const std::size_t digit = folded.find_first_not_of(' ', word + std::string_view(" so:").size());
  return digit != std::string::npos && folded[digit] >= '0' && folded[digit] <= '9' &&
         folded.find('/') != std::string::npos;
}

// The motto, or the number; both may be wrapped within their cell.
bool is_letterhead_row(const Block& row) {
  constexpr std::size_t kLongest = 400;  // bytes of a cell with number and subject
  return std::any_of(row.cells.begin(), row.cells.end(), [&](const CellText& cell) {
    std::string text;
    for (const std::string& paragraph : cell) text += paragraph + ' ';
    if (text.size() > kLongest) return false;
    const std::string begin = text.substr(0, text.find('/'));
    return is_motto(squeeze(text)) || is_party_number(text) || is_number_behind_kind(text) ||
           (is_number_line(begin + "/") && begin.size() < text.size());
  });
}

bool is_addressee_row(const Block& row) {
  return !row.cells.empty() && !row.cells.front().empty() &&
         fold(row.cells.front().front()).starts_with("kinh gui");
}

// "KT. CHỦ TỊCH" in capitals, and somewhere below it a person's name.
bool is_signature_cell(const CellText& cell, const HeaderWords& words) {
  const auto office = std::find_if(cell.begin(), cell.end(), [&](const std::string& text) {
    return is_upper_case(text) && words.begins_office(text);
  });
  return office != cell.end() &&
         std::any_of(office, cell.end(), [](const std::string& text) { return is_person_name(text); });
}

bool is_closing_row(const Block& row, const HeaderWords& words) {
  if (any_paragraph(row, [](const std::string& text) { return is_recipients_line(text); })) return true;
  return std::any_of(row.cells.begin(), row.cells.end(),
                     [&](const CellText& cell) { return is_signature_cell(cell, words); });
}

class Unfolder {
 public:
  Unfolder(std::vector<Block> blocks, const HeaderWords& words) : blocks_(std::move(blocks)), words_(words) {}

  std::vector<Block> unfold() {
    for (std::size_t at = 0; at < blocks_.size();) {
      if (blocks_[at].kind == BlockKind::TableRow) {
        at = table(at);
      } else if (const std::size_t end = side_by_side_end(at); end > at) {
        at = side_by_side(at, end);
      } else {
        lines_.push_back(std::move(blocks_[at++]));
      }
    }
    return std::move(lines_);
  }

 private:
  // Letterheads and signatures whose columns tabs or blanks part, as long as lines are parted so; between
  // those of a signature a few of its left column may stand alone.
  [[nodiscard]] std::size_t side_by_side_end(std::size_t at) const {
    if (!blocks_[at].gutter) return at;
    const std::string left = blocks_[at].text.substr(0, *blocks_[at].gutter);
    const std::string right = squeeze(std::string_view(blocks_[at].text).substr(*blocks_[at].gutter));
    const bool head = is_motto(right);
    if (!head && (left.empty() || !is_upper_case(right) || !words_.begins_office(right))) return at;
    const std::size_t between = head ? 0 : kLinesBetween;
    std::size_t end = at + 1;
    for (std::size_t i = end; i < std::min(blocks_.size(), at + kColumnLines) && i - end <= between; ++i) {
      if (blocks_[i].kind != BlockKind::Line || blocks_[i].text.size() > kLongestColumnLine) break;
      if (blocks_[i].gutter) end = i + 1;
    }
    return end > at + 1 ? end : at;
  }

  std::size_t side_by_side(std::size_t begin, std::size_t end) {
    for (const bool left : {true, false}) {
      bool first = true;
      for (std::size_t i = begin; i < end; ++i) {
        const std::size_t gutter = blocks_[i].gutter.value_or(blocks_[i].text.size());
        Block line = blocks_[i];
        line.text =
            squeeze(std::string_view(line.text).substr(left ? 0 : gutter, left ? gutter : std::string::npos));
        line.gutter.reset();
        line.blank_before = first || line.blank_before;
        if (line.text.empty()) continue;
        first = false;
        lines_.push_back(std::move(line));
      }
    }
    return end;
  }

  // Takes the rows that stand together from `begin` on; returns where they end.
  std::size_t table(std::size_t begin) {
    std::size_t end = begin;
    while (end < blocks_.size() && blocks_[end].kind == BlockKind::TableRow &&
           blocks_[end].table == blocks_[begin].table) {
      ++end;
    }
    const std::size_t head_end = letterhead_end(begin, end);
    columns(begin, head_end);
    std::size_t close = head_end;
    while (close < end && !is_layout_row(blocks_[close])) keep(close++);
    columns(close, end);
    return end;
  }

  [[nodiscard]] std::size_t letterhead_end(std::size_t begin, std::size_t end) const {
    std::size_t head_end = begin;
    for (std::size_t i = begin; i < end && i < begin + kLetterheadRows; ++i) {
      if (blocks_[i].cells.size() <= kMostColumns && is_letterhead_row(blocks_[i])) head_end = i + 1;
    }
    return head_end;
  }

  [[nodiscard]] bool is_layout_row(const Block& row) const {
    return row.cells.size() <= kMostColumns && (is_addressee_row(row) || is_closing_row(row, words_));
  }

  void keep(std::size_t row) { lines_.push_back(std::move(blocks_[row])); }

  void columns(std::size_t begin, std::size_t end) {
    std::size_t widest = 0;
    for (std::size_t row = begin; row < end; ++row) widest = std::max(widest, blocks_[row].cells.size());
    for (std::size_t column = 0; column < widest; ++column) {
      for (std::size_t row = begin; row < end; ++row) {
        const std::vector<CellText>& cells = blocks_[row].cells;
        // A cell over several rows stands in each of them.
        const bool repeated = row > begin && column < cells.size() &&
                              column < blocks_[row - 1].cells.size() &&
                              cells[column] == blocks_[row - 1].cells[column];
        if (column < cells.size() && !repeated) cell(blocks_[row], column);
      }
    }
  }

  void cell(const Block& row, std::size_t column) {
    bool first = true;
    for (const std::string& paragraph : row.cells[column]) {
      Block line;
      line.text = paragraph;
      line.place = row.place;
      line.blank_before = std::exchange(first, false);
      lines_.push_back(std::move(line));
    }
  }

  std::vector<Block> blocks_;
  const HeaderWords& words_;
  std::vector<Block> lines_;
};

}  // namespace

std::vector<Block> unfold_layout(std::vector<Block> blocks, const HeaderWords& words) {
  return Unfolder(std::move(blocks), words).unfold();
}

}  // namespace giaidap
