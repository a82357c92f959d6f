// Reading whole files and tables of tab-separated values.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/base/result.h"

namespace giaidap {

// The bytes of a file; an Error that names it where it cannot be read or is larger than max_bytes.
Result<std::string> read_file(const std::filesystem::path& path, std::uintmax_t max_bytes);

// Rows of a UTF-8 .tsv table of ours: the first line names the columns, "#" starts a comment line, empty
// lines are passed over. Every row has as many cells as the header; short rows are filled up with empty
// cells. Error with file:line for a row with more cells than the header.
struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};
Result<Table> read_table(const std::filesystem::path& path);

}  // namespace giaidap
