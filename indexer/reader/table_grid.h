// Tables with merged cells → rows.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/reader/block.h"

namespace giaidap {

// A cell as the source has it.
struct GridCell {
  CellText text;
  std::size_t columns = 1;  // that it spans
  std::size_t rows = 1;     // that it spans
  bool all_bold = false;
  int line = 0;  // of the source, from 1; 0: that of the table's place
};

inline constexpr std::size_t kMostColumns = 256;
inline constexpr std::size_t kMostCells = 500'000;  // of one file

// Row blocks, every one as wide as the table. A cell over several columns stands in the first of them; one
// over several rows counts for each, but where the first cell (the number) spans the same rows they are one
// logical row: there the later ones hold only what is theirs. A table of one column comes as lines: it is a
// frame. Empty rows are left out. A row's line is that of the first
// cell that tells one. `table` numbers the table within its file, from 1.
std::vector<Block> grid_blocks(std::vector<std::vector<GridCell>> rows, const Place& place, int table);

}  // namespace giaidap
