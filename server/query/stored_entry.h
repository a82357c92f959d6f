// Entries as the index keeps them.
#pragma once

#include <optional>

#include <xapian.h>

#include "indexer/base/entry.h"

namespace giaidap {

// nullopt where the record cannot be read. Throws Xapian's exceptions.
std::optional<Entry> read_entry(const Xapian::Database& db, Xapian::docid id);

}  // namespace giaidap
