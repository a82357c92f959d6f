#include "server/query/stored_entry.h"

#include <string>
#include <utility>

#include "indexer/base/record.h"

namespace giaidap {

std::optional<Entry> read_entry(const Xapian::Database& db, Xapian::docid id) {
  Result<Entry> entry = entry_from_record(db.get_document(id).get_data());
  if (!entry.ok()) return std::nullopt;
  return std::move(entry).value();
}

std::shared_ptr<const Entry> ShownEntries::get(const Xapian::Database& db, Xapian::docid id) {
  if (auto known = kept_.find(id)) return known;
  const std::string record = db.get_document(id).get_data();
  Result<Entry> entry = entry_from_record(record);
  if (!entry.ok()) return nullptr;
  return kept_.keep(id, std::make_shared<const Entry>(std::move(entry).value()),
                    sizeof(Entry) + record.size());
}

}  // namespace giaidap
