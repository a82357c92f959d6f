// A table of corpus/vocabulary: columns by name, lists within a cell, errors that name file and line.
#pragma once

#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/file.h"
#include "indexer/base/result.h"

namespace giaidap {

// The parts of a cell between ";", trimmed, none empty.
std::vector<std::string> split_list(std::string_view cell);

class VocabularyTable {
 public:
  // Error where a column is missing or a row's first cell is empty. Cells come normalized and trimmed.
  static Result<VocabularyTable> load(const std::filesystem::path& path,
                                      std::initializer_list<std::string_view> columns);

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  // By the place of the column in the list given to load().
  [[nodiscard]] const std::string& cell(std::size_t row, std::size_t column) const {
    return rows_[row][column];
  }
  // An error about a row, with file:line.
  [[nodiscard]] Error error(std::size_t row, std::string message) const;

 private:
  std::filesystem::path path_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace giaidap
