// The close of a dispatch: recipients and signature, and what comes after (annexes).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/base/entry.h"
#include "indexer/dispatch/header_words.h"
#include "indexer/reader/block.h"

namespace giaidap {

struct Closing {
  std::size_t begin = 0;       // the first block of the close; blocks.size() where there is none
  std::size_t end = 0;         // the first block after it: annexes
  std::string recipients;      // "Nơi nhận: ..." as written, a line each; may be empty
  std::string signature_text;  // all lines of the signature as written
  Signer signer;
  Place recipients_place, signature_place;
};

// Looks for the close at or after `from`.
Closing read_closing(const std::vector<Block>& blocks, std::size_t from, const HeaderWords& words);

}  // namespace giaidap
