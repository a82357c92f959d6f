#include "indexer/reader/table_grid.h"

#include <algorithm>
#include <utility>

namespace giaidap {
namespace {

constexpr std::size_t kMostRepeatedBytes = 2000;  // longer cells are not repeated for each row that they span

std::size_t bytes_of(const CellText& cell) {
  std::size_t bytes = 0;
  for (const std::string& paragraph : cell) bytes += paragraph.size();
  return bytes;
}

// What is still to come of a cell that spans rows.
struct Span {
  CellText text;
  std::size_t rows = 0;  // left
};

class Grid {
 public:
  std::vector<CellText> row(std::vector<GridCell> cells) {
    std::vector<CellText> line;
    const bool same_entry = !spans_.empty() && spans_.front().rows > 0;
    for (GridCell& cell : cells) {
      take_spans(line, same_entry);
      place(line, std::move(cell));
    }
    take_spans(line, same_entry);
    return line;
  }

 private:
  // Cells of earlier rows that reach down to here.
  void take_spans(std::vector<CellText>& line, bool same_entry) {
    while (line.size() < spans_.size() && spans_[line.size()].rows > 0) {
      Span& span = spans_[line.size()];
      --span.rows;
      const bool repeat = !same_entry && bytes_of(span.text) <= kMostRepeatedBytes;
      line.push_back(repeat ? span.text : CellText{});
    }
  }

  void place(std::vector<CellText>& line, GridCell cell) {
    const std::size_t columns = std::min(std::max<std::size_t>(cell.columns, 1), kMostColumns);
    for (std::size_t i = 0; i < columns && line.size() < kMostColumns; ++i) {
      if (spans_.size() <= line.size()) spans_.resize(line.size() + 1);
      spans_[line.size()] = {i == 0 ? cell.text : CellText{}, std::max<std::size_t>(cell.rows, 1) - 1};
      line.push_back(i == 0 ? std::move(cell.text) : CellText{});
    }
  }

  std::vector<Span> spans_;  // by column
};

bool is_empty(const std::vector<CellText>& cells) {
  return std::all_of(cells.begin(), cells.end(), [](const CellText& cell) { return cell.empty(); });
}

Place place_of(const std::vector<GridCell>& row, const Place& table) {
  Place place = table;
  const auto known = std::find_if(row.begin(), row.end(), [](const GridCell& cell) { return cell.line > 0; });
  if (known != row.end()) place.line = known->line;
  return place;
}

std::vector<Block> frame_lines(std::vector<std::vector<GridCell>> rows, const Place& place) {
  std::vector<Block> lines;
  for (std::vector<GridCell>& row : rows) {
    for (GridCell& cell : row) {
      for (std::string& paragraph : cell.text) {
        Block line;
        line.text = std::move(paragraph);
        line.all_bold = cell.all_bold;
        line.blank_before = true;
        line.place = place_of(row, place);
        lines.push_back(std::move(line));
      }
    }
  }
  return lines;
}

}  // namespace

std::vector<Block> grid_blocks(std::vector<std::vector<GridCell>> rows, const Place& place, int table) {
  const bool frame = std::all_of(rows.begin(), rows.end(), [](const auto& row) { return row.size() <= 1; });
  if (frame) return frame_lines(std::move(rows), place);
  std::vector<Block> blocks;
  std::size_t widest = 0;
  Grid grid;
  for (std::vector<GridCell>& cells : rows) {
    Block block;
    block.kind = BlockKind::TableRow;
    block.place = place_of(cells, place);
    block.table = table;
    block.cells = grid.row(std::move(cells));
    widest = std::max(widest, block.cells.size());
    if (!is_empty(block.cells)) blocks.push_back(std::move(block));
  }
  for (Block& block : blocks) block.cells.resize(widest);
  return blocks;
}

}  // namespace giaidap
