// Entries as the index keeps them.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include <xapian.h>

#include "indexer/base/entry.h"
#include "server/query/bounded_cache.h"

namespace giaidap {

// nullopt where the record cannot be read. Throws Xapian's exceptions.
std::optional<Entry> read_entry(const Xapian::Database& db, Xapian::docid id);
// Its item alone; empty where the record cannot be read. Throws Xapian's exceptions.
std::string read_item(const Xapian::Database& db, Xapian::docid id);

// Entries that were shown, kept for the next search that shows them. Of one index revision. Thread-safe.
class ShownEntries {
 public:
  static constexpr std::size_t kLeastBytes = 30U << 20U;

  explicit ShownEntries(std::size_t most_bytes = kLeastBytes) : kept_(most_bytes) {}

  // nullptr where the record cannot be read. Throws Xapian's exceptions.
  std::shared_ptr<const Entry> get(const Xapian::Database& db, Xapian::docid id);

 private:
  BoundedCache<Xapian::docid, Entry> kept_;
};

}  // namespace giaidap
