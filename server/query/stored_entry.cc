#include "server/query/stored_entry.h"

#include <utility>

#include "indexer/base/record.h"

namespace giaidap {

std::optional<Entry> read_entry(const Xapian::Database& db, Xapian::docid id) {
  Result<Entry> entry = entry_from_record(db.get_document(id).get_data());
  if (!entry.ok()) return std::nullopt;
  return std::move(entry).value();
}

}  // namespace giaidap
