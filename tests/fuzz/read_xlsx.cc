// The XML of a sheet → rows of cells.
#include "indexer/reader/xlsx_reader.h"

#include "indexer/text/normalize.h"
#include "tests/fuzz/fuzz.h"
#include "tests/reader/samples.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes = giaidap::xlsx_of(std::string(giaidap::fuzz::bytes_of(data, size)));
  const auto archive = giaidap::ZipArchive::open(bytes);
  giaidap::fuzz::require(archive.ok(), "the file is a ZIP file");
  const auto sheets = giaidap::read_xlsx(archive.value());
  if (!sheets) return 0;
  for (const giaidap::Sheet& sheet : sheets.value()) {
    for (const giaidap::SheetRow& row : sheet.rows) {
      giaidap::fuzz::require(row.number > 0, "rows have numbers");
      for (const std::string& cell : row.cells)
        giaidap::fuzz::require(giaidap::is_valid_utf8(cell), "cells are UTF-8");
    }
  }
  return 0;
}
