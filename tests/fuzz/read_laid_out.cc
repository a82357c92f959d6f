// Text set in columns by blanks → blocks: columns, and tables without ruled lines.
#include "indexer/reader/laid_out_text.h"

#include "tests/fuzz/blocks.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = giaidap::normalize_text(giaidap::fuzz::bytes_of(data, size));
  giaidap::is_laid_out(text);
  giaidap::fuzz::check_blocks(giaidap::read_laid_out(text, "fuzz"));
  return 0;
}
