// Comma-separated values after RFC 4180, strictly: quoted fields may hold separators, doubled quotes and line
// breaks; a quote anywhere else is an error of its record, and reading goes on after it.
#pragma once

#include <deque>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/result.h"
#include "indexer/reader/line_reader.h"

namespace giaidap {

struct CsvRecord {
  std::vector<std::string> cells;  // line breaks inside cells are "\n"
  int line = 0;                    // where it begins, from 1
  std::string fault;               // what is wrong with the record, else empty; then it has no cells
};

// The cells of one record without its line end, or what is wrong with it.
Result<std::vector<std::string>> split_csv_record(const std::string& record, char separator);

class CsvReader {
 public:
  // The stream must outlive the reader. Records longer than max_record_bytes are faulty. The separator is the
  // one of comma, semicolon (as spreadsheets write it where the comma is decimal) and tab that the first line
  // has most of.
  CsvReader(std::istream& in, std::size_t max_record_bytes);

  // The next record that is not an empty line; nullopt at the end. A record whose quote is never closed ends
  // with its line, so that the rest of the file is not lost.
  std::optional<CsvRecord> next();

 private:
  std::optional<NumberedLine> next_line();
  bool complete(std::string& record);
  void choose_separator(const std::string& first_line);

  LineReader lines_;
  std::size_t max_record_bytes_;
  std::deque<NumberedLine> unread_;
  char separator_ = '\0';  // until the first line is seen
};

}  // namespace giaidap
