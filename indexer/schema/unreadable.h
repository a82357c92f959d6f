// Why a database cannot be read as an index, in the same plain words wherever one is opened.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>

#include "indexer/base/result.h"

namespace giaidap {

// Whether it is an index, and of the format version that this program is made for. Throws Xapian's
// exceptions. server/run and the package's postinst know the other version by its words.
Result<Unit> check_format(const Xapian::Database& database, const std::string& place);

// The index is of another version of Xapian, damaged or cannot be opened; nothing where something else
// failed.
std::optional<Error> unreadable(const Xapian::Error& error, const std::string& place);

// What Xapian says, and the system where it was the cause.
std::string detail_of(const Xapian::Error& error);

}  // namespace giaidap
