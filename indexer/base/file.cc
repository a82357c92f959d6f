#include "indexer/base/file.h"

#include <fstream>
#include <sstream>

namespace giaidap {
namespace {

constexpr std::uintmax_t kMaxTableBytes = 16U << 20U;

std::vector<std::string> split_tabs(const std::string& line) {
  std::vector<std::string> cells(1);
  for (const char c : line) {
    if (c == '\t') {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::uintmax_t max_bytes) {
  std::error_code failure;
  const std::uintmax_t size = std::filesystem::file_size(path, failure);
  if (failure) return Error{ErrorCode::BadInput, "cannot be read: " + failure.message(), path.string()};
  if (size > max_bytes) {
    return Error{ErrorCode::TooLarge,
                 "has " + std::to_string(size) + " bytes; the limit is " + std::to_string(max_bytes),
                 path.string()};
  }
  std::ifstream in(path, std::ios::binary);
  std::string bytes(size, '\0');
  if (!in.read(bytes.data(), static_cast<std::streamsize>(size))) {
    return Error{ErrorCode::BadInput, "cannot be read", path.string()};
  }
  return bytes;
}

Result<Table> read_table(const std::filesystem::path& path) {
  Result<std::string> bytes = read_file(path, kMaxTableBytes);
  if (!bytes) return bytes.error();
  Table table;
  std::istringstream lines(bytes.value());
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> cells = split_tabs(line);
    if (table.columns.empty()) {
      table.columns = std::move(cells);
      continue;
    }
    if (cells.size() > table.columns.size()) {
      return Error{ErrorCode::BadInput,
                   "has " + std::to_string(cells.size()) + " cells where the header names " +
                       std::to_string(table.columns.size()),
                   path.string() + ":" + std::to_string(number)};
    }
    cells.resize(table.columns.size());
    table.rows.push_back(std::move(cells));
  }
  if (table.columns.empty()) return Error{ErrorCode::BadInput, "has no header line", path.string()};
  return table;
}

}  // namespace giaidap
