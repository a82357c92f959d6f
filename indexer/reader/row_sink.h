// Hands rows over and keeps what went wrong with the others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <set>
#include <string>

#include "indexer/base/result.h"
#include "indexer/reader/row_fields.h"
#include "indexer/reader/rows.h"
#include "indexer/text/agencies.h"

namespace giaidap {

class RowSink {
 public:
  // All but `file`, its base name, must outlive the sink; `in` is the file as far as it has been read.
  RowSink(std::string file, std::istream& in, const Agencies& agencies, const RowHandler& handler);

  // The Error is the handler's.
  Result<Unit> take(const Result<RowFields>& fields, int line);
  // A row of a sheet: a title alone, or behind a Roman number or letter, heads the rows that follow; numbers
  // that come again (each group may count its own) give way to the row's place.
  Result<Unit> take_sheet_row(RowFields fields, std::size_t filled, int line);
  Result<Unit> refuse(int line, const std::string& message);
  // Told once for each column.
  void note_unknown(const std::string& name, int line);
  void note(int line, std::string message);

  RowsRead finish() { return std::move(read_); }

 private:
  [[nodiscard]] std::uintmax_t bytes_read() const;

  std::string file_;
  std::istream& in_;
  const Agencies& agencies_;
  const RowHandler& handler_;
  std::set<std::string> unknown_;
  std::set<std::string> items_;
  std::string group_;
  RowsRead read_;
};

}  // namespace giaidap
