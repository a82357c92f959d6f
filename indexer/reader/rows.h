// Row files: .jsonl (an object a line) and .csv (the first line names the columns) hold one entry a row. They
// are read as streams, a row in memory at a time.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <vector>

#include "indexer/base/entry.h"
#include "indexer/base/result.h"
#include "indexer/reader/row_entry.h"
#include "indexer/text/agencies.h"

namespace giaidap {

inline constexpr std::size_t kMaxRowBytes = 1U << 20U;

// Takes one row; an Error ends the reading.
using RowHandler = std::function<Result<Unit>(const EntryRow&)>;

struct RowsRead {
  std::size_t rows = 0;           // handed over
  std::vector<Finding> findings;  // rows that were left out and parts of rows, with "file:line"
};

// True for the names that read_rows() reads: .jsonl and .csv in any case.
bool is_row_file(const std::filesystem::path& path);

// Hands over each row that can be read, in order. Errors: the file cannot be read, is no text, its columns
// are unknown, no row of it could be read; or what the handler returned.
Result<RowsRead> read_rows(const std::filesystem::path& path, const Agencies& agencies,
                           const RowHandler& handler);

}  // namespace giaidap
