// Whether a database is an index that this program reads.
#pragma once

#include <filesystem>

#include <xapian.h>

#include "indexer/base/result.h"

namespace giaidap {

// Throws Xapian's exceptions. Error where the index is not ours or of another format version.
Result<Unit> check_format(const Xapian::Database& db, const std::filesystem::path& path);

}  // namespace giaidap
