#include "indexer/reader/wall_tables.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

namespace giaidap {
namespace {

using Chunk = std::vector<Block>;  // what stands between two walls

// What stands between two double walls: one row, with prose and other tables around it at either end of a
// table.
struct Stretch {
  std::vector<Chunk> chunks;
  bool opens = false;   // a double wall stands before it
  bool closes = false;  // a double wall stands behind it
};

std::vector<Stretch> stretches_of(std::vector<Block> blocks) {
  std::vector<Stretch> stretches(1);
  stretches.back().chunks.emplace_back();
  bool after_wall = false;
  for (Block& block : blocks) {
    Stretch& current = stretches.back();
    if (!is_wall(block)) {
      current.chunks.back().push_back(std::move(block));
      after_wall = false;
    } else if (after_wall && current.chunks.size() > 1) {
      current.chunks.pop_back();
      current.closes = true;
      stretches.push_back({std::vector<Chunk>(1), true, false});
    } else {
      current.chunks.emplace_back();
      after_wall = true;
    }
  }
  return stretches;
}

constexpr std::size_t kMostColumns = 20;
constexpr std::size_t kMostCellLines = 200;  // longer ones are prose between two tables
constexpr std::size_t kSample = 6;           // rows that tell how many columns a table has
constexpr std::size_t kLoneCellLines = 30;   // of a row that no other row confirms

bool is_row(const Stretch& stretch) {
  return stretch.opens && stretch.closes && stretch.chunks.size() <= kMostColumns &&
         std::all_of(stretch.chunks.begin(), stretch.chunks.end(),
                     [](const Chunk& chunk) { return chunk.size() <= kMostCellLines; });
}

std::size_t longest_cell(const Stretch& stretch) {
  std::size_t longest = 0;
  for (const Chunk& chunk : stretch.chunks) longest = std::max(longest, chunk.size());
  return longest;
}

// How many cells the rows from `first` on mostly have; heading rows of one cell don't count. 0 where `first`
// is no row, but holds what stands between two tables.
std::size_t columns_from(const std::vector<Stretch>& stretches, std::size_t first) {
  std::map<std::size_t, std::size_t> times;
  for (std::size_t i = first; i < stretches.size() && i < first + kSample && is_row(stretches[i]); ++i) {
    if (stretches[i].chunks.size() > 1) ++times[stretches[i].chunks.size()];
  }
  const auto most = std::max_element(times.begin(), times.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == times.end()) return 0;
  const std::size_t cells = stretches[first].chunks.size();
  if (cells != 1 && cells != most->first) return 0;
  return most->second > 1 || longest_cell(stretches[first]) <= kLoneCellLines ? most->first : 0;
}

class Folder {
 public:
  void lines(std::vector<Chunk>& chunks, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (!chunks[i].empty()) chunks[i].front().blank_before = true;
      for (Block& line : chunks[i]) {
        if (!line.text.empty()) blocks_.push_back(std::move(line));
      }
    }
  }

  void row(std::vector<Chunk>& chunks, std::size_t begin, std::size_t end) {
    Block row;
    row.kind = BlockKind::TableRow;
    for (std::size_t i = begin; i < end; ++i) {
      CellText cell;
      for (Block& line : chunks[i]) {
        if (!line.text.empty()) cell.push_back(std::move(line.text));
      }
      row.cells.push_back(std::move(cell));
      if (!row.place.line && !chunks[i].empty()) row.place = chunks[i].front().place;
    }
    if (row.place.line) blocks_.push_back(std::move(row));
  }

  // `head` and `tail` cells at its ends are the last row of a table and the first row of another.
  void mixed(std::vector<Chunk>& chunks, std::size_t head, std::size_t tail) {
    const std::size_t size = chunks.size();
    const std::size_t begin = std::min(head, size);
    const std::size_t end = size - std::min(tail, size - begin);
    row(chunks, 0, begin);
    lines(chunks, begin, end);
    row(chunks, end, size);
  }

  std::vector<Block> finish() { return std::move(blocks_); }

 private:
  std::vector<Block> blocks_;
};

}  // namespace

bool is_wall(const Block& block) { return block.kind == BlockKind::Line && block.text == kWall; }

std::vector<Block> fold_walls(std::vector<Block> blocks) {
  if (std::none_of(blocks.begin(), blocks.end(), is_wall)) return blocks;
  std::vector<Stretch> stretches = stretches_of(std::move(blocks));
  Folder folder;
  std::size_t head = 0;  // columns of the table that ends in this stretch
  for (std::size_t at = 0; at < stretches.size();) {
    const std::size_t tail = columns_from(stretches, at + 1);
    folder.mixed(stretches[at].chunks, head, tail);
    ++at;
    if (tail > 0) {
      for (; at < stretches.size() && is_row(stretches[at]) && stretches[at].chunks.size() <= tail; ++at) {
        folder.row(stretches[at].chunks, 0, stretches[at].chunks.size());
      }
    }
    head = tail;
  }
  return folder.finish();
}

}  // namespace giaidap
