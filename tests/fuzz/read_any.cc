// Any format → blocks: Word, Excel, web pages, PDF and old encodings, told by content; without the child
// process that the program reads them in.
#include "indexer/reader/read_blocks.h"

#include "tests/fuzz/blocks.h"

using giaidap::fuzz::require;

// What fontconfig keeps for poppler until the end is no leak of ours.
// NOLINTNEXTLINE(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): the name that LeakSanitizer asks
// for
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\n"; }

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read = giaidap::read_blocks(giaidap::fuzz::bytes_of(data, size), "fuzz");
  if (!read) {
    require(!read.error().message.empty(), "what is refused is refused with a reason");
    return 0;
  }
  require(!read.value().blocks.empty(), "a file that is read has blocks");
  giaidap::fuzz::check_blocks(read.value().blocks);
  return 0;
}
