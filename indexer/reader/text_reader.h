// Text and Markdown files → blocks: lines, and table rows where a line has tab-separated cells.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/result.h"
#include "indexer/reader/block.h"

namespace giaidap {

// `file` is the base name for places. The bytes must be UTF-8 (NFC or NFD, with or without BOM). Errors name
// the line: binary content, invalid UTF-8, nothing but blanks, a line over kMaxLineBytes.
Result<std::vector<Block>> read_text(std::string_view bytes, const std::string& file);

inline constexpr std::size_t kMaxLineBytes = 1U << 20U;

}  // namespace giaidap
