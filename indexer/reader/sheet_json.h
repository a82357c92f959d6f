// Sheets as JSON, to hand them from process to process.
#pragma once

#include <string>
#include <vector>

#include "indexer/base/result.h"
#include "indexer/reader/xlsx_reader.h"

namespace giaidap {

// What reading a book came to, its sheets or an Error.
std::string to_json(const Result<std::vector<Sheet>>& sheets);
Result<std::vector<Sheet>> sheets_from_json(const std::string& text);

}  // namespace giaidap
