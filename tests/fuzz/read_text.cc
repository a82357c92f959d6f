// Bytes → blocks: whatever comes in, blocks are sound text in order.
#include "indexer/reader/text_reader.h"

#include "tests/fuzz/blocks.h"

using giaidap::fuzz::require;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto blocks = giaidap::read_text(giaidap::fuzz::bytes_of(data, size), "fuzz.txt");
  if (!blocks) return 0;
  require(!blocks.value().empty(), "a file that is read has blocks");
  int line = 0;
  for (const giaidap::Block& block : blocks.value()) {
    require(block.place.line.value_or(0) >= line, "blocks come in the order of their lines");
    line = block.place.line.value_or(line);
  }
  giaidap::fuzz::check_blocks(blocks.value());
  return 0;
}
