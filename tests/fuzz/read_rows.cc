// Rows of CSV under a heading, and lines of JSON → entries.
#include <sstream>

#include "indexer/reader/csv.h"
#include "indexer/reader/row_entry.h"
#include "indexer/reader/sheet_header.h"
#include "indexer/text/normalize.h"
#include "tests/fuzz/fuzz.h"

using giaidap::fuzz::require;

namespace {

const giaidap::Agencies& agencies() {
  static const auto kAgencies = giaidap::Agencies::load("corpus/vocabulary");
  require(kAgencies.ok(), "the vocabulary is read (start from the project's folder)");
  return kAgencies.value();
}

const giaidap::ColumnWords& words() {
  static const auto kWords = giaidap::ColumnWords::load("corpus/vocabulary");
  require(kWords.ok(), "the vocabulary is read (start from the project's folder)");
  return kWords.value();
}

void check(const giaidap::RowFields& fields, int line) {
  const auto row = giaidap::entry_of_row(fields, giaidap::Place{"fuzz", std::nullopt, line}, agencies());
  if (!row) return;
  require(giaidap::is_valid_utf8(row.value().entry.text), "texts are UTF-8");
  require(!row.value().entry.text.empty(), "entries have text");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(giaidap::fuzz::bytes_of(data, size));
  std::istringstream lines(text);
  giaidap::CsvReader records(lines, 1U << 16U);
  std::optional<giaidap::SheetHeader> header;
  while (const auto record = records.next()) {
    require(record->fault.empty() || record->cells.empty(), "faulty records have no cells");
    if (header) {
      check(header->fields(record->cells), record->line);
    } else {
      header = giaidap::SheetHeader::of(record->cells, words());
    }
  }
  std::istringstream objects(text);
  int number = 0;
  for (std::string line; std::getline(objects, line);) {
    if (const auto fields = giaidap::fields_of_json(line)) check(fields.value(), ++number);
  }
  return 0;
}
