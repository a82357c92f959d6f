// A PDF → blocks: poppler's parser and what is made of its words.
#include "indexer/reader/pdf_reader.h"

#include "tests/fuzz/blocks.h"

// What fontconfig keeps for poppler until the end is no leak of ours.
// NOLINTNEXTLINE(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): the name that LeakSanitizer asks
// for
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\n"; }

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read = giaidap::read_pdf(giaidap::fuzz::bytes_of(data, size), "fuzz");
  if (read) giaidap::fuzz::check_blocks(read.value().blocks);
  return 0;
}
