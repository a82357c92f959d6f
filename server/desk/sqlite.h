// As much of SQLite as the desk needs: an open database and prepared statements, closed with their owners.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/base/result.h"

namespace giaidap {

using SqliteDatabase = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;

// Opens or makes it; an Error (Unavailable) that names the file and says why not.
Result<SqliteDatabase> open_sqlite(const std::filesystem::path& file);

// Runs statements without parameters or results.
Result<Unit> run_sql(sqlite3* database, const char* sql);

// One statement: bind its parameters in order, then step. What fails makes every later step fail.
class Statement {
 public:
  Statement(sqlite3* database, const char* sql);

  Statement& bind(std::string_view text);
  Statement& bind(std::int64_t number);

  // True where there is a row to be read; false at the end, or where it failed (then !ok()).
  bool step();
  [[nodiscard]] bool ok() const { return code_ == SQLITE_OK || code_ == SQLITE_ROW || code_ == SQLITE_DONE; }
  // Of the row, columns from 0.
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::uint64_t count(int column) const;

 private:
  int code_ = SQLITE_OK;
  std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement_;
  int bound_ = 0;
};

}  // namespace giaidap
