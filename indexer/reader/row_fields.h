// The columns of row files, and one line of JSON as a row.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/result.h"

namespace giaidap {

inline constexpr std::array<std::string_view, 12> kRowColumns{"id",   "kind",     "question",   "answer",
                                                              "text", "agency",   "petitioner", "topic",
                                                              "date", "dispatch", "item",       "title"};

bool is_row_column(std::string_view name);

struct RowFields {
  std::map<std::string, std::string, std::less<>> by_column;  // UTF-8 as given; empty fields are left out
  std::vector<std::string> unknown;                           // names of other columns that were there
};

// A JSON object; lists of strings become one field with ";". Error for anything else.
Result<RowFields> fields_of_json(std::string_view line);

}  // namespace giaidap
