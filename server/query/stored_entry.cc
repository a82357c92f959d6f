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

std::string read_item(const Xapian::Database& db, Xapian::docid id) {
  Result<std::string> item = item_from_record(db.get_document(id).get_data());
  return item.ok() ? std::move(item).value() : "";
}

std::shared_ptr<const Entry> ShownEntries::get(const Xapian::Database& db, Xapian::docid id) {
  return kept_.get(id, [&]() -> BoundedCache<Xapian::docid, Entry>::Made {
    const std::optional<Entry> entry = read_entry(db, id);
    if (!entry) return {};
    return {std::make_shared<const Entry>(*entry), sizeof(Entry) + 2 * entry->text.size()};
  });
}

}  // namespace giaidap
