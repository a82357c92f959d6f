#include "server/query/snapshot.h"

#include <xxhash.h>

#include <algorithm>
#include <utility>

#include "indexer/base/json.h"
#include "indexer/schema/schema.h"
#include "server/query/shard_values.h"

namespace giaidap {
namespace {

void load_dispatches(Snapshot& snapshot, const Xapian::Database& db) {
  for (auto record = db.postlist_begin(schema::kDispatchTerm);
       record != db.postlist_end(schema::kDispatchTerm); ++record) {
    Result<Dispatch> dispatch = dispatch_from_json(db.get_document(*record).get_data());
    if (!dispatch.ok()) continue;  // a record that cannot be read hides no entry
    snapshot.dispatches.push_back(std::move(dispatch).value());
  }
  // Records of several shards come mixed.
  std::stable_sort(snapshot.dispatches.begin(), snapshot.dispatches.end(),
                   [](const Dispatch& a, const Dispatch& b) { return a.file < b.file; });
  for (std::size_t i = 0; i < snapshot.dispatches.size(); ++i)
    snapshot.by_id.emplace(snapshot.dispatches[i].id, i);
}

// The place of each entry's dispatch among the dispatches, by document id.
std::vector<std::uint32_t> places_of_dispatches(const Snapshot& snapshot) {
  const FacetColumn& ids = snapshot.columns.facet(Facet::Dispatch);
  std::vector<std::uint32_t> place_of_id;
  for (const std::string& id : ids.texts()) {
    const auto found = snapshot.by_id.find(id);
    place_of_id.push_back(static_cast<std::uint32_t>(
        found == snapshot.by_id.end() ? snapshot.dispatches.size() : found->second));
  }
  std::vector<std::uint32_t> places(snapshot.columns.dates.size());
  for (const Xapian::docid entry : snapshot.columns.newest) {
    if (ids.begin(entry) != ids.end(entry)) places[entry] = place_of_id[*ids.begin(entry)];
  }
  return places;
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

// The writer's own count of commits, else a hash, in so many bits as every JSON reader takes for a number.
std::uint64_t number_of(const OpenShards& shards) {
  constexpr std::uint64_t kExactInJson = (std::uint64_t{1} << 53U) - 1;
  if (const std::uint64_t revision = revision_of(shards.all()); revision > 0) return revision;
  return XXH3_64bits(shards.key().data(), shards.key().size()) & kExactInJson;
}

// Entries of an index in which counting all hits is quick whatever is asked. Without a sample, which takes as
// long to make as the rest, a small index may change several times a second.
constexpr std::size_t kMostSurelyCounted = 4'000;

// A query asks how common a hundred terms are, most of them pairs that it may have meant.
constexpr std::size_t kMostTermsKnown = std::size_t{1} << 19U;
constexpr std::size_t kTermsOfEach = 32;  // entry

// What posting lists leave of their room, as those of a small index all fit in, in bytes. It goes to entries.
std::size_t spare_room(std::size_t entries, const ListRoom& room) {
  constexpr std::size_t kListsOfEach = 500;  // bytes, of an entry in all lists; measured with 150 words each
  return room.memory - std::min(room.memory, entries * kListsOfEach);
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

std::shared_ptr<const Snapshot> read_snapshot(const OpenShards& shards, const QueryTables& tables) {
  const Xapian::Database& db = shards.all();
  auto fresh = std::make_shared<Snapshot>();
  fresh->key = shards.key();
  fresh->revision = number_of(shards);
  fresh->columns = load_columns(db, shards.open());
  const ListRoom room;
  fresh->postings = std::make_unique<PostingLists>(fresh->columns.lengths, db.get_avlength(), room);
  fresh->lists = where_lists_are(shards.open());
  if (fresh->lists == ListsAre::Remote) fresh->postings->read_by_match();
  const std::size_t entries = fresh->columns.newest.size();
  fresh->frequencies = std::make_unique<TermFrequencies>(memo_places(entries, kTermsOfEach, kMostTermsKnown));
  const std::size_t spare = spare_room(entries, room);
  fresh->entries = std::make_unique<CodedEntries>(CodedEntries::kLeastBytes + spare / 2);
  fresh->shown = std::make_unique<ShownEntries>(ShownEntries::kLeastBytes + spare / 2);
  load_dispatches(*fresh, db);
  fresh->columns.order(places_of_dispatches(*fresh));
  if (fresh->columns.newest.size() > kMostSurelyCounted) fresh->sample = Sample::read(db, fresh->columns);
  fresh->lexicon = Lexicon::read(db);
  fresh->names = NameCompletions(fresh->columns, tables.agencies);
  fresh->defined = read_definitions(db, tables.vocabulary.abbreviations);
  count_kinds(*fresh);
  return fresh;
}

}  // namespace giaidap
