#include "indexer/text/vocabulary_table.h"

#include <algorithm>
#include <fstream>

#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

// The line of the file on which a data row stands: read_table() passes over comments and empty lines, and
// the first of the others is the header.
std::size_t line_of(const std::filesystem::path& path, std::size_t row) {
  std::ifstream in(path);
  std::string line;
  std::size_t number = 0;
  for (std::size_t left = row + 2; left > 0 && std::getline(in, line); ++number) {
    const bool is_row = !line.empty() && line != "\r" && line.front() != '#';
    if (is_row) --left;
  }
  return number;
}

}  // namespace

std::vector<std::string> split_list(std::string_view cell) {
  std::vector<std::string> parts;
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find(';'), cell.size());
    std::string part = squeeze(cell.substr(0, end));
    if (!part.empty()) parts.push_back(std::move(part));
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return parts;
}

Result<VocabularyTable> VocabularyTable::load(const std::filesystem::path& path,
                                              std::initializer_list<std::string_view> columns) {
  Result<Table> table = read_table(path);
  if (!table) return table.error();
  const std::vector<std::string>& header = table.value().columns;
  if (!std::equal(header.begin(), header.end(), columns.begin(), columns.end())) {
    std::string expected;
    for (const std::string_view column : columns) expected.append(" ").append(column);
    return Error{ErrorCode::BadInput, "its columns must be:" + expected, path.string()};
  }
  VocabularyTable loaded;
  loaded.path_ = path;
  loaded.rows_ = std::move(table.value().rows);
  for (std::size_t row = 0; row < loaded.size(); ++row) {
    for (std::string& cell : loaded.rows_[row]) cell = squeeze(normalize_text(cell));
    if (loaded.cell(row, 0).empty()) return loaded.error(row, "has an empty first cell");
  }
  return loaded;
}

Error VocabularyTable::error(std::size_t row, std::string message) const {
  return Error{ErrorCode::BadInput, std::move(message),
               path_.string() + ":" + std::to_string(line_of(path_, row))};
}

}  // namespace giaidap
