// Any file → blocks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/result.h"
#include "indexer/reader/block.h"

namespace giaidap {

struct FileBlocks {
  std::vector<Block> blocks;
  std::vector<std::string> remarks;  // about the whole file, for the person who added it
};

// Reads a document by what its bytes are: text, Markdown, web page, Word, PDF with a text layer, in Unicode
// or the Vietnamese encodings before it. `file` is its base name. Errors say what the file is and what to do.
Result<FileBlocks> read_blocks(std::string_view bytes, const std::string& file);

// The same, with formats that libraries unpack, and text whose columns must be found, read in a child process
// (contained.h): a file that hangs or crashes them is an Error like others.
Result<FileBlocks> read_blocks_contained(std::string_view bytes, const std::string& file);

}  // namespace giaidap
