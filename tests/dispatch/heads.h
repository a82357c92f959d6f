// Heads and closes of dispatches, read out of a few lines.
#pragma once

#include <string>
#include <vector>

#include "indexer/dispatch/casing.h"
#include "indexer/dispatch/closing.h"
#include "indexer/dispatch/header.h"
#include "tests/dispatch/tables.h"

namespace giaidap {

inline Header header_of(const std::vector<Block>& blocks) {
  return read_header(blocks, tables().agencies, tables().header_words, Casing(blocks));
}

inline Header header_of(const std::string& text) { return header_of(blocks_of(text)); }

inline Closing closing_of(const std::string& text) {
  return read_closing(blocks_of(text), 0, tables().header_words);
}

}  // namespace giaidap
