// What every reader promises of its blocks.
#pragma once

#include <vector>

#include "indexer/reader/block.h"
#include "indexer/text/normalize.h"
#include "tests/fuzz/fuzz.h"

namespace giaidap::fuzz {

inline void check_blocks(const std::vector<Block>& blocks) {
  for (const Block& block : blocks) {
    require(block.place.line.has_value(), "blocks have a place");
    require(is_valid_utf8(block.text), "texts are UTF-8");
    require(block.cells.empty() == (block.kind == BlockKind::Line), "rows have cells, lines have none");
    require(!block.gutter || *block.gutter <= block.text.size(), "a gutter lies within its text");
    for (const CellText& cell : block.cells) {
      for (const std::string& paragraph : cell) require(is_valid_utf8(paragraph), "cells are UTF-8");
    }
  }
}

}  // namespace giaidap::fuzz
