// Bytes → blocks: whatever comes in, blocks are sound text in order.
#include "indexer/reader/text_reader.h"

#include "indexer/text/normalize.h"
#include "tests/fuzz/fuzz.h"

using giaidap::fuzz::require;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto blocks = giaidap::read_text(giaidap::fuzz::bytes_of(data, size), "fuzz.txt");
  if (!blocks) return 0;
  require(!blocks.value().empty(), "a file that is read has blocks");
  int line = 0;
  for (const giaidap::Block& block : blocks.value()) {
    require(block.place.line.value_or(0) >= line, "blocks come in the order of their lines");
    line = block.place.line.value_or(line);
    require(giaidap::is_valid_utf8(block.text), "texts are UTF-8");
    require(block.cells.empty() == (block.kind == giaidap::BlockKind::Line),
            "rows have cells, lines have none");
    for (const giaidap::CellText& cell : block.cells) {
      for (const std::string& paragraph : cell) require(giaidap::is_valid_utf8(paragraph), "cells are UTF-8");
    }
  }
  return 0;
}
