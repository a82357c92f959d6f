#include "indexer/store/database.h"

#include <chrono>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

#include "indexer/schema/schema.h"
#include "indexer/schema/unreadable.h"

namespace giaidap {
namespace {

namespace fs = std::filesystem;

// "changes12": what a commit changed, kept for replicas where XAPIAN_MAX_CHANGESETS asks for it.
bool is_changeset(const std::string& name) {
  constexpr std::string_view kBeginning = "changes";
  return name.starts_with(kBeginning) && name.size() > kBeginning.size() &&
         name.find_first_not_of("0123456789", kBeginning.size()) == std::string::npos;
}

// Xapian names its own files so; a run that was killed while it made the folder may have left only some.
bool is_xapian_file(const fs::path& path) {
  return is_changeset(path.filename().string()) || path.extension() == ".glass" ||
         path.filename() == "iamglass" || path.filename() == "flintlock" ||
         path.filename() == "v.tmp";  // becomes iamglass at a commit
}

Error unusable(const fs::path& dir, const std::string& message) {
  return Error{ErrorCode::Unavailable, message, dir.string()};
}

Result<Unit> prepare_folder(const fs::path& dir) {
  std::error_code failure;
  if (fs::exists(dir, failure) && !fs::is_directory(dir, failure)) return unusable(dir, "is not a folder");
  fs::create_directories(dir, failure);
  if (failure) return unusable(dir, "cannot be made: " + failure.message());
  fs::directory_iterator files(dir, failure);
  if (failure) return unusable(dir, "cannot be read: " + failure.message());
  for (; files != fs::directory_iterator(); files.increment(failure)) {
    if (!is_xapian_file(files->path())) {
      return unusable(dir, "holds other files (" + files->path().filename().string() +
                               "); name an empty folder or a new one");
    }
  }
  return Unit{};
}

// Xapian keeps postings in memory until so many documents have changed, 10,000 unless its environment
// variable says otherwise, which is its only way to be told. Half of the time goes into finding terms, and
// the ends of their lists, in the trees in which they wait: small ones fit the processor's caches. 125 take a
// fifth less time than 1,000, and a third less memory; fewer make more work of writing.
void bound_memory() { ::setenv("XAPIAN_FLUSH_THRESHOLD", "125", 0); }

bool is_untouched(const Xapian::Database& database) {
  return database.get_lastdocid() == 0 && database.metadata_keys_begin() == database.metadata_keys_end();
}

}  // namespace

Error database_error(const Xapian::Error& error, const fs::path& dir) {
  if (std::string_view(error.get_type()) == "DatabaseLockError") {
    const bool taken = error.get_msg().find("already locked") != std::string::npos;
    return unusable(dir, taken ? "another program is indexing into this folder; wait until it has ended"
                               : "cannot be locked for writing: " + detail_of(error));
  }
  if (std::optional<Error> told = unreadable(error, dir.string())) return *std::move(told);
  return unusable(dir, "failed: " + detail_of(error) + "; what was committed before is kept");
}

// A child process holds Xapian's lock, and lives a moment longer than an indexer that was killed.
Xapian::WritableDatabase open_patiently(const fs::path& dir) {
  constexpr int kAttempts = 20;
  constexpr std::chrono::milliseconds kPause{100};
  for (int attempt = 1;; ++attempt) {
    try {
      return Xapian::WritableDatabase(dir.string(), Xapian::DB_CREATE_OR_OPEN | Xapian::DB_BACKEND_GLASS);
    } catch (const Xapian::DatabaseLockError&) {
      if (attempt == kAttempts) throw;
      std::this_thread::sleep_for(kPause);
    }
  }
}

Result<Xapian::WritableDatabase> open_for_writing(const fs::path& dir) {
  const Result<Unit> prepared = prepare_folder(dir);
  if (!prepared) return prepared.error();
  bound_memory();
  return guarded(dir, [&]() -> Result<Xapian::WritableDatabase> {
    Xapian::WritableDatabase database = open_patiently(dir);
    if (is_untouched(database)) {
      database.set_metadata(schema::kVersionKey, std::to_string(schema::kFormatVersion));
      database.commit();
    }
    const Result<Unit> checked = check_format(database, dir.string());
    if (!checked) return checked.error();
    return database;
  });
}

Result<Xapian::Database> open_for_reading(const fs::path& dir) {
  std::error_code failure;
  if (!fs::exists(dir, failure)) return unusable(dir, "there is no index here");
  return guarded(dir, [&]() -> Result<Xapian::Database> {
    Xapian::Database database(dir.string());
    const Result<Unit> checked = check_format(database, dir.string());
    if (!checked) return checked.error();
    return database;
  });
}

}  // namespace giaidap
