#include "server/query/columns.h"

#include <algorithm>
#include <charconv>

#include "indexer/schema/schema.h"

namespace giaidap {
namespace {

constexpr std::array<Xapian::valueno, kFacetCount> kSlots = {schema::kAgencySlot,   schema::kTopicSlot,
                                                             schema::kDispatchSlot, schema::kKindSlot,
                                                             schema::kStatusSlot,   schema::kYearSlot};

std::vector<std::uint32_t> load_dates(const Xapian::Database& db) {
  std::vector<std::uint32_t> dates(db.get_lastdocid() + 1, 0);
  for (auto value = db.valuestream_begin(schema::kDateSlot); value != db.valuestream_end(schema::kDateSlot);
       ++value) {
    const std::string text = *value;
    std::from_chars(text.data(), text.data() + text.size(), dates[value.get_docid()]);
  }
  return dates;
}

std::vector<std::uint32_t> load_lengths(const Xapian::Database& db) {
  std::vector<std::uint32_t> lengths(db.get_lastdocid() + 1, 0);
  for (auto document = db.postlist_begin(""); document != db.postlist_end(""); ++document)
    lengths[*document] = document.get_doclength();
  return lengths;
}

FacetColumn load_facet(const Xapian::Database& db, Xapian::valueno slot) {
  FacetColumn column;
  for (auto value = db.valuestream_begin(slot); value != db.valuestream_end(slot); ++value) {
    column.append(value.get_docid(), *value);
  }
  column.finish(db.get_lastdocid());
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

Columns load_columns(const Xapian::Database& db) {
  Columns columns;
  columns.dates = load_dates(db);
  columns.lengths = load_lengths(db);
  for (std::size_t i = 0; i < kFacetCount; ++i) columns.facets[i] = load_facet(db, kSlots[i]);
  for (auto entry = db.postlist_begin(schema::kEntryTerm); entry != db.postlist_end(schema::kEntryTerm);
       ++entry) {
    columns.newest.push_back(*entry);
  }
  std::stable_sort(columns.newest.begin(), columns.newest.end(),
                   [&](Xapian::docid a, Xapian::docid b) { return columns.dates[a] > columns.dates[b]; });
  return columns;
}

}  // namespace giaidap
