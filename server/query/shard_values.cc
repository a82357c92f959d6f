#include "server/query/shard_values.h"

#include <algorithm>
#include <cmath>

#include "indexer/schema/schema.h"

namespace giaidap {
namespace {

template <typename T>
using ByDocument = std::vector<std::pair<Xapian::docid, T>>;

ByDocument<std::string> values_of(const Shard& shard, Xapian::valueno slot) {
  ByDocument<std::string> values;
  if (!shard.is_remote) {
    for (auto value = shard.db.valuestream_begin(slot); value != shard.db.valuestream_end(slot); ++value)
      values.emplace_back(value.get_docid(), *value);
    return values;
  }
  Xapian::Enquire enquire(shard.db);
  enquire.set_query(Xapian::Query(schema::kEntryTerm));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_sort_by_value(slot, false);
  const Xapian::MSet all = enquire.get_mset(0, shard.db.get_doccount());
  for (auto entry = all.begin(); entry != all.end(); ++entry) {
    std::string value = entry.get_sort_key();
    if (!value.empty()) values.emplace_back(*entry, std::move(value));
  }
  return values;
}

// Of BM25, k2 adds 2 * k2 / (1 + length / average length) for each term of the query, and a boolean term,
// which has no occurrences, adds nothing else: lengths told by scores.
ByDocument<Xapian::termcount> remote_lengths(const Xapian::Database& shard) {
  constexpr double kK2 = 1;
  ByDocument<Xapian::termcount> lengths;
  Xapian::Enquire enquire(shard);
  enquire.set_query(Xapian::Query(schema::kEntryTerm));
  enquire.set_weighting_scheme(Xapian::BM25Weight(1, kK2, 0, 0, 0));
  const double average = shard.get_avlength();
  const Xapian::MSet all = enquire.get_mset(0, shard.get_doccount());
  for (auto entry = all.begin(); entry != all.end(); ++entry) {
    const double length = (2 * kK2 / entry.get_weight() - 1) * average;
    lengths.emplace_back(*entry, static_cast<Xapian::termcount>(std::llround(length)));
  }
  return lengths;
}

ByDocument<Xapian::termcount> lengths_of(const Shard& shard) {
  if (shard.is_remote) return remote_lengths(shard.db);
  ByDocument<Xapian::termcount> lengths;
  for (auto document = shard.db.postlist_begin(""); document != shard.db.postlist_end(""); ++document)
    lengths.emplace_back(*document, document.get_doclength());
  return lengths;
}

// With the numbers of the database of all shards.
template <typename Read>
auto gather(const std::vector<Shard>& shards, const Read& read) -> decltype(read(shards.front())) {
  decltype(read(shards.front())) all;
  for (std::size_t i = 0; i < shards.size(); ++i) {
    for (auto& [document, value] : read(shards[i])) {
      const std::size_t number = (document - 1) * shards.size() + i + 1;
      all.emplace_back(static_cast<Xapian::docid>(number), std::move(value));
    }
  }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return all;
}

}  // namespace

bool has_remote(const std::vector<Shard>& shards) {
  return std::any_of(shards.begin(), shards.end(), [](const Shard& shard) { return shard.is_remote; });
}

ListsAre where_lists_are(const std::vector<Shard>& shards) {
  return has_remote(shards) ? ListsAre::Remote : ListsAre::Here;
}

std::vector<std::pair<Xapian::docid, std::string>> gather_values(const std::vector<Shard>& shards,
                                                                 Xapian::valueno slot) {
  return gather(shards, [slot](const Shard& shard) { return values_of(shard, slot); });
}

std::vector<std::pair<Xapian::docid, Xapian::termcount>> gather_lengths(const std::vector<Shard>& shards) {
  return gather(shards, lengths_of);
}

}  // namespace giaidap
