// Opening an index, and Xapian's exceptions as errors in plain words.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <utility>

#include "indexer/base/result.h"

namespace giaidap {

// Opens the folder for writing; creates it, and the index in it, where there is none. Never touches a folder
// that holds anything else.
Result<Xapian::WritableDatabase> open_for_writing(const std::filesystem::path& dir);

// Opens an index that is there and was checked before, as soon as its lock is free. Throws Xapian's
// exceptions.
Xapian::WritableDatabase open_patiently(const std::filesystem::path& dir);

// Opens an existing index for reading.
Result<Xapian::Database> open_for_reading(const std::filesystem::path& dir);

// What happened, to which folder, and what to do about it.
Error database_error(const Xapian::Error& error, const std::filesystem::path& dir);

// The result of work(), which yields a Result; an exception of Xapian becomes its Error.
template <typename Work>
auto guarded(const std::filesystem::path& dir, Work&& work) -> decltype(work()) {
  try {
    return std::forward<Work>(work)();
  } catch (const Xapian::Error& error) {
    return database_error(error, dir);
  }
}

}  // namespace giaidap
