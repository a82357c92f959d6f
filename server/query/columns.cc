#include "server/query/columns.h"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "indexer/schema/schema.h"
#include "server/query/intersect.h"
#include "server/query/shard_values.h"

namespace giaidap {
namespace {

constexpr std::array<Xapian::valueno, kFacetCount> kSlots = {schema::kAgencySlot,   schema::kTopicSlot,
                                                             schema::kDispatchSlot, schema::kKindSlot,
                                                             schema::kStatusSlot,   schema::kYearSlot};

// Calls use(document, value) for each document that has one, in ascending order.
template <typename Use>
void for_each_value(const Xapian::Database& all, const std::vector<Shard>& shards, Xapian::valueno slot,
                    const Use& use) {
  if (!has_remote(shards)) {
    for (auto value = all.valuestream_begin(slot); value != all.valuestream_end(slot); ++value)
      use(value.get_docid(), *value);
    return;
  }
  for (const auto& [entry, value] : gather_values(shards, slot)) use(entry, value);
}

std::vector<std::uint32_t> load_dates(const Xapian::Database& all, const std::vector<Shard>& shards) {
  std::vector<std::uint32_t> dates(all.get_lastdocid() + 1, 0);
  for_each_value(all, shards, schema::kDateSlot, [&](Xapian::docid entry, const std::string& text) {
    std::from_chars(text.data(), text.data() + text.size(), dates[entry]);
  });
  return dates;
}

std::vector<std::uint32_t> load_lengths(const Xapian::Database& all, const std::vector<Shard>& shards) {
  std::vector<std::uint32_t> lengths(all.get_lastdocid() + 1, 0);
  if (has_remote(shards)) {
    for (const auto& [entry, length] : gather_lengths(shards)) lengths[entry] = length;
    return lengths;
  }
  for (auto document = all.postlist_begin(""); document != all.postlist_end(""); ++document)
    lengths[*document] = document.get_doclength();
  return lengths;
}

FacetColumn load_facet(const Xapian::Database& all, const std::vector<Shard>& shards, Xapian::valueno slot) {
  FacetColumn column;
  for_each_value(all, shards, slot,
                 [&](Xapian::docid entry, const std::string& joined) { column.append(entry, joined); });
  column.finish(all.get_lastdocid());
  return column;
}

}  // namespace

FacetColumn::ValueId FacetColumn::intern(std::string_view text) {
  const auto [place, fresh] = ids_.try_emplace(std::string(text), static_cast<ValueId>(texts_.size()));
  if (fresh) texts_.emplace_back(text);
  return place->second;
}

FacetColumn::ValueId FacetColumn::id_of(const std::string& text) const {
  const auto found = ids_.find(text);
  return found == ids_.end() ? kUnknown : found->second;
}

void FacetColumn::append(Xapian::docid entry, std::string_view joined) {
  begins_.resize(entry + 1, static_cast<std::uint32_t>(values_.size()));
  while (!joined.empty()) {
    const std::size_t end = std::min(joined.find(schema::kValueSeparator), joined.size());
    if (end > 0) values_.push_back(intern(joined.substr(0, end)));
    joined.remove_prefix(std::min(end + 1, joined.size()));
  }
}

void FacetColumn::finish(Xapian::docid last) {
  begins_.resize(std::size_t{last} + 2, static_cast<std::uint32_t>(values_.size()));
}

void Columns::order(const std::vector<std::uint32_t>& number_of) {
  std::sort(newest.begin(), newest.end(), [&](Xapian::docid a, Xapian::docid b) {
    return std::tuple(dates[b], number_of[a], a) < std::tuple(dates[a], number_of[b], b);
  });
  places.assign(dates.size(), 0);
  for (std::size_t i = 0; i < newest.size(); ++i) places[newest[i]] = static_cast<std::uint32_t>(i);
}

Columns Columns::of(const std::vector<Xapian::docid>& entries) const {
  Columns some;
  for (const Xapian::docid entry : entries) some.dates.push_back(date(entry));
  for (std::size_t f = 0; f < kFacetCount; ++f) {
    for (Xapian::docid place = 0; place < entries.size(); ++place) {
      std::string joined;
      for (const auto* id = facets[f].begin(entries[place]); id != facets[f].end(entries[place]); ++id)
        joined += facets[f].texts()[*id] + schema::kValueSeparator;
      some.facets[f].append(place, joined);
    }
    some.facets[f].finish(static_cast<Xapian::docid>(entries.size()));
  }
  return some;
}

Columns load_columns(const Xapian::Database& all, const std::vector<Shard>& shards) {
  Columns columns;
  columns.dates = load_dates(all, shards);
  columns.lengths = load_lengths(all, shards);
  for (std::size_t i = 0; i < kFacetCount; ++i) columns.facets[i] = load_facet(all, shards, kSlots[i]);
  columns.all = EntrySet(columns.dates.size());
  columns.newest = all_with(all, where_lists_are(shards), schema::kEntryTerm);
  for (const Xapian::docid entry : columns.newest) columns.all.add(entry);
  columns.order(std::vector<std::uint32_t>(columns.dates.size()));
  return columns;
}

}  // namespace giaidap
