#include "indexer/store/source_writer.h"

#include <fmt/format.h>

#include <utility>

#include "indexer/base/json.h"
#include "indexer/schema/schema.h"
#include "indexer/store/document.h"

namespace giaidap {
namespace {

namespace filter = schema::filter;

std::string place_of(const Place& place) {
  return place.line ? fmt::format("{}:{}", place.file, *place.line) : place.file;
}

}  // namespace

SourceWriter::SourceWriter(Xapian::WritableDatabase& database, SourceState source)
    : database_(database), source_(std::move(source)) {
  if (const auto before = read_source(database_, source_.file)) taken_before_ = before->taken;
  record_.hash = source_.hash;
  database_.delete_document(schema::term(filter::kSource, source_.file));
}

void SourceWriter::add_dispatch(const Dispatch& dispatch) {
  if (!dispatches_.insert(dispatch.id).second) return;
  take_over(dispatch);
  Dispatch kept = dispatch;
  kept.file = source_.file;
  Xapian::Document document = dispatch_document(kept);
  document.add_boolean_term(schema::term(filter::kSource, source_.file));
  database_.add_document(document);
}

// All that this file held is gone by now: a record that is still there is another file's.
void SourceWriter::take_over(const Dispatch& dispatch) {
  const auto before = taken_before_.find(dispatch.id);
  if (before != taken_before_.end()) record_.taken.insert(*before);
  for (const Dispatch& other : records_under(database_, schema::term(filter::kDispatchRecord, dispatch.id))) {
    record_.taken[dispatch.id] = other.file;
    findings_.push_back(
        {source_.file,
         fmt::format("Văn bản {} trước đây lấy từ tệp {}; nay tệp này thay thế.", dispatch.id, other.file)});
    remove_dispatch(database_, dispatch.id);
  }
}

void SourceWriter::add_entry(const Entry& entry, const Dispatch& dispatch,
                             const std::optional<std::string>& date) {
  add_dispatch(dispatch);
  Entry kept = entry;
  kept.dispatch_id = dispatch.id;
  kept.name = free_name(entry);
  Xapian::Document document = entry_document(kept, dispatch, date);
  document.add_boolean_term(schema::term(filter::kSource, source_.file));
  database_.add_document(document);
}

std::string SourceWriter::free_name(const Entry& entry) {
  const auto is_taken = [this](const std::string& name) {
    return database_.term_exists(schema::term(filter::kName, name));
  };
  if (!is_taken(entry.name)) return entry.name;
  int& copy = copies_.try_emplace(entry.name, 1).first->second;
  std::string name;
  do {
    name = fmt::format("{}~{}", entry.name, ++copy);
  } while (is_taken(name));
  findings_.push_back(
      {place_of(entry.place), fmt::format("Tên mục {} đã có; mục này mang tên {}.", entry.name, name)});
  return name;
}

std::vector<Finding> SourceWriter::finish() {
  for (const auto& [id, holder] : taken_before_) {
    if (!record_.taken.contains(id)) forget_source(database_, holder);
  }
  write_source(database_, source_.file, record_);
  return std::exchange(findings_, {});
}

std::vector<Dispatch> records_under(const Xapian::Database& database, const std::string& term) {
  std::vector<Dispatch> records;
  for (auto id = database.postlist_begin(term); id != database.postlist_end(term); ++id) {
    const Result<Dispatch> record = dispatch_from_json(database.get_document(*id).get_data());
    if (record && !record.value().id.empty()) records.push_back(record.value());
  }
  return records;
}

int remove_dispatch(Xapian::WritableDatabase& database, const std::string& id) {
  const std::string entries = schema::term(filter::kDispatch, id);
  const int count = static_cast<int>(database.get_termfreq(entries));
  database.delete_document(entries);
  database.delete_document(schema::term(filter::kDispatchRecord, id));
  return count;
}

}  // namespace giaidap
