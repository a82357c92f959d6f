// A web page → blocks.
#include "indexer/reader/html_reader.h"

#include "tests/fuzz/blocks.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  giaidap::fuzz::check_blocks(giaidap::read_html(giaidap::fuzz::bytes_of(data, size), "fuzz").blocks);
  return 0;
}
