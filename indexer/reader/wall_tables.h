// Tables that a converter wrote as lines: a line "|" stands before, between and behind the cells of a row,
// and two of them between rows.
#pragma once

#include <vector>

#include "indexer/reader/block.h"

namespace giaidap {

inline constexpr const char* kWall = "|";

// A line that is the wall of a cell and nothing else.
bool is_wall(const Block& block);

// The blocks without walls: rows where the walls tell how many columns a table has (three rows and more),
// else the lines of the cells, each cell set apart by a blank line. Tables of one or two rows serve for
// layout (letterheads, signatures), and their lines read well one after the other.
std::vector<Block> fold_walls(std::vector<Block> blocks);

}  // namespace giaidap
