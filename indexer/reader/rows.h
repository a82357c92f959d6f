// Row files hold one entry a row: .jsonl (an object a line), and .csv and .xlsx, where a row names the
// columns. Text files are read as streams, a row in memory at a time.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <vector>

#include "indexer/base/entry.h"
#include "indexer/base/result.h"
#include "indexer/reader/columns.h"
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

// True for what read_rows() reads: .jsonl and .csv by name, Excel files by content.
bool is_row_file(const std::filesystem::path& path);

// Hands over each row that can be read, in order. Errors: the file cannot be read, is no text, its columns
// are unknown, no row of it could be read; or what the handler returned. NotFound for an Excel file whose
// sheets are no questions and answers: it may hold another document.
Result<RowsRead> read_rows(const std::filesystem::path& path, const Agencies& agencies,
                           const ColumnWords& words, const RowHandler& handler);

}  // namespace giaidap
