// A table for people to take away, and the formats that office programs open.
#pragma once

#include <string>
#include <vector>

#include "indexer/base/result.h"

namespace giaidap {

struct ExportSheet {
  std::string title;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  // each as long as columns
  std::vector<double> widths{};  // of columns, in characters, for formats that have them; may be short
};

// RFC 4180 in UTF-8 with the byte order mark that Excel needs to know it by. Cells that a spreadsheet would
// take for a formula (they begin with = + - @ or a tab or line end) get an apostrophe in front, as OWASP's
// "CSV Injection" advises.
std::string as_csv(const ExportSheet& sheet);

// An Excel workbook of one sheet with a head that stays in view; every cell is text, so none is a formula.
// Cells end at Excel's limit of 32,767 characters. Error (Internal) where it cannot be written.
Result<std::string> as_xlsx(const ExportSheet& sheet);

}  // namespace giaidap
