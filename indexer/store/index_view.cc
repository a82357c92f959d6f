#include "indexer/store/index_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>

#include "indexer/base/record.h"
#include "indexer/schema/schema.h"
#include "indexer/store/database.h"
#include "indexer/store/database_check.h"
#include "indexer/store/source_writer.h"
#include "indexer/store/sources.h"

namespace giaidap {
namespace {

using Counts = std::map<std::string, int>;

// Entries by dispatch and kind, out of the two value streams alone.
std::map<std::string, Counts> count_entries(const Xapian::Database& database) {
  std::map<std::string, Counts> counts;
  auto kind = database.valuestream_begin(schema::kKindSlot);
  for (auto dispatch = database.valuestream_begin(schema::kDispatchSlot);
       dispatch != database.valuestream_end(schema::kDispatchSlot); ++dispatch) {
    kind.skip_to(dispatch.get_docid());
    if (kind == database.valuestream_end(schema::kKindSlot)) break;
    if (kind.get_docid() == dispatch.get_docid()) ++counts[*dispatch][*kind];
  }
  return counts;
}

std::optional<std::string> fault_of(const Entry& entry, const Xapian::Document& document,
                                    const std::unordered_set<std::string>& dispatches) {
  if (entry.name.empty()) return "an entry has no name";
  if (!dispatches.contains(entry.dispatch_id)) {
    return fmt::format("entry {} stands in dispatch {}, which is not there", entry.name, entry.dispatch_id);
  }
  const std::string term = schema::term(schema::filter::kName, entry.name);
  auto found = document.termlist_begin();
  found.skip_to(term);
  if (found == document.termlist_end() || *found != term) {
    return fmt::format("entry {} cannot be found by its name", entry.name);
  }
  return std::nullopt;
}

}  // namespace

IndexView::IndexView(std::filesystem::path dir, Xapian::Database database)
    : dir_(std::move(dir)), database_(std::move(database)) {}

Result<IndexView> IndexView::open(const std::filesystem::path& dir) {
  Result<Xapian::Database> database = open_for_reading(dir);
  if (!database) return database.error();
  return IndexView(dir, std::move(database).value());
}

Result<std::vector<ListedDispatch>> IndexView::dispatches() const {
  return guarded(dir_, [&]() -> Result<std::vector<ListedDispatch>> {
    std::map<std::string, Counts> counts = count_entries(database_);
    std::vector<ListedDispatch> listed;
    for (const Dispatch& record : records_under(database_, schema::kDispatchTerm)) {
      listed.push_back({record, counts[record.id]});
    }
    std::stable_sort(listed.begin(), listed.end(), [](const ListedDispatch& a, const ListedDispatch& b) {
      return a.dispatch.file < b.dispatch.file;
    });
    return listed;
  });
}

Result<std::vector<Finding>> IndexView::faults() const {
  return guarded(dir_, [&]() -> Result<std::vector<Finding>> {
    std::vector<Finding> faults;
    if (std::string damage = check_tables(dir_); !damage.empty()) {
      faults.push_back({dir_.string(), std::move(damage)});
      return faults;
    }
    std::unordered_set<std::string> dispatches;
    for (const Dispatch& record : records_under(database_, schema::kDispatchTerm))
      dispatches.insert(record.id);
    for (auto id = database_.postlist_begin(schema::kEntryTerm);
         id != database_.postlist_end(schema::kEntryTerm); ++id) {
      const Xapian::Document document = database_.get_document(*id);
      const Result<Entry> entry = entry_from_record(document.get_data());
      const std::optional<std::string> fault =
          entry ? fault_of(entry.value(), document, dispatches) : entry.error().message;
      if (fault) faults.push_back({fmt::format("{}: document {}", dir_.string(), *id), *fault});
    }
    return faults;
  });
}

Result<std::string> IndexView::difference(const SourceState& source) const {
  return guarded(dir_, [&]() -> Result<std::string> {
    const auto known = read_source(database_, source.file);
    if (!known) return std::string("is not indexed");
    if (known->hash != source.hash) return std::string("has changed since it was indexed");
    return std::string();
  });
}

}  // namespace giaidap
