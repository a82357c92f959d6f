// One row of a row file → an entry, with the contract's defaults.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/entry.h"
#include "indexer/base/result.h"
#include "indexer/reader/row_fields.h"
#include "indexer/text/agencies.h"

namespace giaidap {

struct EntryRow {
  Entry entry;
  // That of the row's dispatch column, with the row's date and title; without one the file itself stands for
  // it, as a dispatch without number, date and title.
  Dispatch dispatch;
  std::optional<std::string> date;   // the row's own, ISO
  std::vector<std::string> remarks;  // what could not be understood and was left out
  std::uintmax_t bytes_read = 0;     // of the file, about up to this row; 0 where it is not read as a stream
};

// Place names file and line. Error where the row has neither question nor text.
Result<EntryRow> entry_of_row(const RowFields& fields, const Place& place, const Agencies& agencies);

}  // namespace giaidap
