#include "server/desk/sqlite.h"

namespace giaidap {
namespace {

constexpr int kBusyMilliseconds = 2000;

Error failure(sqlite3* database, std::string place) {
  return Error{ErrorCode::Unavailable, sqlite3_errmsg(database), std::move(place)};
}

sqlite3_stmt* prepared(sqlite3* database, const char* sql, int& code) {
  sqlite3_stmt* statement = nullptr;
  code = sqlite3_prepare_v2(database, sql, -1, &statement, nullptr);
  return statement;
}

}  // namespace

Result<SqliteDatabase> open_sqlite(const std::filesystem::path& file) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open(file.c_str(), &opened);
  SqliteDatabase database(opened, &sqlite3_close);
  if (code != SQLITE_OK) return failure(opened, file.string());
  sqlite3_busy_timeout(opened, kBusyMilliseconds);
  return database;
}

Result<Unit> run_sql(sqlite3* database, const char* sql) {
  if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK) return Unit{};
  return failure(database, sqlite3_db_filename(database, nullptr));
}

Statement::Statement(sqlite3* database, const char* sql)
    : statement_(prepared(database, sql, code_), &sqlite3_finalize) {}

Statement& Statement::bind(std::string_view text) {
  if (ok()) {
    code_ = sqlite3_bind_text(statement_.get(), ++bound_, text.data(), static_cast<int>(text.size()),
                              SQLITE_TRANSIENT);
  }
  return *this;
}

Statement& Statement::bind(std::int64_t number) {
  if (ok()) code_ = sqlite3_bind_int64(statement_.get(), ++bound_, number);
  return *this;
}

bool Statement::step() {
  if (ok()) code_ = sqlite3_step(statement_.get());
  return code_ == SQLITE_ROW;
}

std::string Statement::text(int column) const {
  const unsigned char* bytes = sqlite3_column_text(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return bytes == nullptr ? "" : std::string(bytes, bytes + size);
}

std::uint64_t Statement::count(int column) const {
  return static_cast<std::uint64_t>(sqlite3_column_int64(statement_.get(), column));
}

}  // namespace giaidap
