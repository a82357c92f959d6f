// Blocks as JSON, to hand them from process to process.
#pragma once

#include <string>
#include <string_view>

#include "indexer/base/result.h"
#include "indexer/reader/read_blocks.h"

namespace giaidap {

// What reading a file came to, blocks or an Error.
std::string to_json(const Result<FileBlocks>& read);
Result<FileBlocks> file_blocks_from_json(std::string_view text);

}  // namespace giaidap
