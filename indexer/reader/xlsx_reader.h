// Excel files (.xlsx) → the cells of their sheets as text.
#pragma once

#include <string>
#include <vector>

#include "indexer/base/result.h"
#include "indexer/reader/zip_archive.h"

namespace giaidap {

struct SheetRow {
  int number = 0;  // as Excel counts, from 1
  std::vector<std::string> cells;
};

struct Sheet {
  std::string name;
  std::vector<SheetRow> rows;  // those that hold something
};

// Sheets that are not hidden, in order. Numbers as they are, dates as 25/08/2023, formulas by their last
// result; a cell merged over rows counts for each.
Result<std::vector<Sheet>> read_xlsx(const ZipArchive& archive);

// True where the archive is an Excel file.
bool is_xlsx(const ZipArchive& archive);

// The same from bytes, in a child process (contained.h).
Result<std::vector<Sheet>> read_xlsx_contained(std::string_view bytes);

}  // namespace giaidap
