#include "server/query/index_handle.h"

#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <utility>

#include "indexer/base/json.h"
#include "indexer/schema/schema.h"

namespace giaidap {
namespace {

// Two databases with the same key show the same entries.
std::string key_of(const Xapian::Database& db) {
  return fmt::format("{} {} {} {} {}", db.get_uuid(), revision_of(db), db.get_doccount(), db.get_lastdocid(),
                     db.get_total_length());
}

void load_dispatches(Snapshot& snapshot, const Xapian::Database& db) {
  for (auto record = db.postlist_begin(schema::kDispatchTerm);
       record != db.postlist_end(schema::kDispatchTerm); ++record) {
    Result<Dispatch> dispatch = dispatch_from_json(db.get_document(*record).get_data());
    if (!dispatch.ok()) continue;  // a record that cannot be read hides no entry
    snapshot.by_id.emplace(dispatch.value().id, snapshot.dispatches.size());
    snapshot.dispatches.push_back(std::move(dispatch).value());
  }
}

// "TTHC=thủ tục hành chính" in the index; the table's own rows are left out, and what only one of many
// entries defines otherwise than the rest stays: the best wording is chosen by what it finds.
Abbreviations read_definitions(const Xapian::Database& db, const Abbreviations& table) {
  const std::string prefix(schema::filter::kDefines);
  std::vector<Abbreviation> defined;
  for (auto term = db.allterms_begin(prefix); term != db.allterms_end(prefix); ++term) {
    const std::string value = (*term).substr(prefix.size());
    const std::size_t equals = value.find('=');
    if (equals == std::string::npos) continue;
    const Abbreviation row{value.substr(0, equals), value.substr(equals + 1)};
    const std::vector<std::string> known = table.expansions(row.short_form);
    if (std::find(known.begin(), known.end(), row.expansion) == known.end()) defined.push_back(row);
  }
  return Abbreviations::of(defined);
}

void count_kinds(Snapshot& snapshot) {
  const FacetColumn& dispatches = snapshot.columns.facet(Facet::Dispatch);
  const FacetColumn& kinds = snapshot.columns.facet(Facet::Kind);
  for (const Xapian::docid entry : snapshot.columns.newest) {
    for (const auto* dispatch = dispatches.begin(entry); dispatch != dispatches.end(entry); ++dispatch) {
      auto& counts = snapshot.counts[dispatches.texts()[*dispatch]];
      for (const auto* kind = kinds.begin(entry); kind != kinds.end(entry); ++kind)
        ++counts[kinds.texts()[*kind]];
    }
  }
}

}  // namespace

const Dispatch* Snapshot::dispatch(const std::string& id) const {
  const auto found = by_id.find(id);
  return found == by_id.end() ? nullptr : &dispatches[found->second];
}

DispatchBrief Snapshot::brief(const std::string& id) const {
  const Dispatch* found = dispatch(id);
  if (found == nullptr) return {id, {}, {}, {}, {}, {}};
  return brief_of(*found);
}

std::shared_ptr<const Snapshot> IndexHandle::snapshot(const Xapian::Database& db) {
  const std::string key = key_of(db);
  const std::lock_guard lock(mutex_);
  if (newest_ != nullptr && newest_->key == key) return newest_;
  auto fresh = std::make_shared<Snapshot>();
  fresh->key = key;
  fresh->columns = load_columns(db);
  fresh->postings = std::make_unique<PostingLists>(fresh->columns.lengths, db.get_avlength());
  fresh->sample = Sample::read(db, fresh->columns.newest);
  fresh->lexicon = Lexicon::read(db);
  fresh->names = NameCompletions(fresh->columns, tables_.agencies);
  fresh->defined = read_definitions(db, tables_.vocabulary.abbreviations);
  load_dispatches(*fresh, db);
  count_kinds(*fresh);
  if (newest_ != nullptr) ++reopenings_;
  newest_ = std::move(fresh);
  return newest_;
}

std::uint64_t revision_of(const Xapian::Database& db) {
  try {
    return db.get_revision();
  } catch (const Xapian::InvalidOperationError&) {
    return 0;
  } catch (const Xapian::UnimplementedError&) {
    return 0;
  }
}

Result<Unit> check_format(const Xapian::Database& db, const std::filesystem::path& path) {
  const std::string version = db.get_metadata(schema::kVersionKey);
  if (version.empty()) {
    return Error{ErrorCode::Unavailable, "not an index of giaidap-index", path.string()};
  }
  if (version != std::to_string(schema::kFormatVersion)) {
    return Error{ErrorCode::Unavailable,
                 fmt::format("index format {}, this program reads {}; index the files again", version,
                             schema::kFormatVersion),
                 path.string()};
  }
  return Unit{};
}

}  // namespace giaidap
