#include "indexer/store/source_writer.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <utility>

#include "indexer/base/json.h"
#include "indexer/base/record.h"
#include "indexer/schema/schema.h"
#include "indexer/store/document.h"

namespace giaidap {
namespace {

namespace filter = schema::filter;

std::string place_of(const Place& place) {
  return place.line ? fmt::format("{}:{}", place.file, *place.line) : place.file;
}

std::uint64_t hash_of_name(const std::string& name) { return XXH3_64bits(name.data(), name.size()); }

// What entries borrow of their dispatch.
Dispatch borrowed(const Dispatch& dispatch) {
  Dispatch part;
  part.number = dispatch.number;
  part.title = dispatch.title;
  part.kind = dispatch.kind;
  part.issuer = dispatch.issuer;
  return part;
}

// Entries wait as records, which hold each text once.
DocumentMaker entry_maker(std::string record, const Dispatch& dispatch,
                          const std::optional<std::string>& date, std::string source_term) {
  return [record = std::move(record), part = borrowed(dispatch), date, term = std::move(source_term)] {
    Xapian::Document document = entry_document(entry_from_record(record).value(), part, date);
    document.add_boolean_term(term);
    return document;
  };
}

}  // namespace

SourceWriter::SourceWriter(Xapian::WritableDatabase& database, DocumentSink& sink, SourceState source)
    : database_(database), sink_(sink), source_(std::move(source)) {
  if (const auto before = read_source(database_, source_.file)) taken_before_ = before->taken;
  record_.hash = source_.hash;
  database_.delete_document(schema::term(filter::kSource, source_.file));
  sink_.begin();
}

void SourceWriter::add_dispatch(const Dispatch& dispatch) {
  if (!dispatches_.insert(dispatch.id).second) return;
  take_over(dispatch);
  Dispatch kept = dispatch;
  kept.file = source_.file;
  sink_.add(
      [kept, term = schema::term(filter::kSource, source_.file)] {
        Xapian::Document document = dispatch_document(kept);
        document.add_boolean_term(term);
        return document;
      },
      sizeof(Dispatch));
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
  names_.insert(hash_of_name(kept.name));
  std::string record = entry_record(kept);
  const std::size_t bytes = record.size();
  sink_.add(entry_maker(std::move(record), dispatch, date, schema::term(filter::kSource, source_.file)),
            bytes);
}

bool SourceWriter::is_taken(const std::string& name) const {
  return names_.contains(hash_of_name(name)) || database_.term_exists(schema::term(filter::kName, name));
}

std::string SourceWriter::free_name(const Entry& entry) {
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
  count_change(database_);
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
