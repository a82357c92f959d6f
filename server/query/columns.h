// The facet values and dates of all entries of one index revision, in memory by document id, so that filters
// and counts read no document. Immutable after loading; shared by all threads.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "server/query/entry_set.h"
#include "server/query/open_shards.h"

namespace giaidap {

enum class Facet : std::size_t { Agency, Topic, Dispatch, Kind, Status, Year };
inline constexpr std::size_t kFacetCount = 6;

// Values of one facet: numbers for texts, and the numbers of each entry.
class FacetColumn {
 public:
  using ValueId = std::uint32_t;

  // The values of an entry, as a range.
  [[nodiscard]] const ValueId* begin(Xapian::docid entry) const { return values_.data() + begin_of(entry); }
  [[nodiscard]] const ValueId* end(Xapian::docid entry) const { return values_.data() + begin_of(entry + 1); }

  [[nodiscard]] const std::vector<std::string>& texts() const { return texts_; }
  // kUnknown for a text that no entry has.
  [[nodiscard]] ValueId id_of(const std::string& text) const;
  static constexpr ValueId kUnknown = UINT32_MAX;

  // Entries must come in ascending order; values separated by schema::kValueSeparator.
  void append(Xapian::docid entry, std::string_view joined);
  void finish(Xapian::docid last);

 private:
  [[nodiscard]] std::uint32_t begin_of(Xapian::docid entry) const {
    return entry < begins_.size() ? begins_[entry] : static_cast<std::uint32_t>(values_.size());
  }
  ValueId intern(std::string_view text);

  std::vector<std::string> texts_;
  std::unordered_map<std::string, ValueId> ids_;
  std::vector<std::uint32_t> begins_;  // by document id, into values_
  std::vector<ValueId> values_;
};

struct Columns {
  std::array<FacetColumn, kFacetCount> facets;
  std::vector<std::uint32_t> dates;    // by document id: 20230825, 0 where unknown
  std::vector<std::uint32_t> lengths;  // by document id: of all terms with their occurrences, as BM25 has it
  EntrySet all{0};                     // that are entries
  std::vector<Xapian::docid> newest;   // the same, newest first, then as order() tells
  std::vector<std::uint32_t> places;   // by document id: where an entry stands in newest

  // Facets and dates of these entries alone; their places in the list stand for their document ids.
  [[nodiscard]] Columns of(const std::vector<Xapian::docid>& entries) const;

  [[nodiscard]] const FacetColumn& facet(Facet which) const {
    return facets[static_cast<std::size_t>(which)];
  }
  [[nodiscard]] std::uint32_t date(Xapian::docid entry) const {
    return entry < dates.size() ? dates[entry] : 0;
  }
  [[nodiscard]] std::uint32_t place(Xapian::docid entry) const {
    return entry < places.size() ? places[entry] : 0;
  }

  // Puts the entries of each day in the order of a number that each has, by document id, then in document
  // order, which several shards mix. The same entries so come in the same order from any number of shards.
  void order(const std::vector<std::uint32_t>& number_of);
};

// Of all shards as one database, and each by itself where some are remote. Throws Xapian's exceptions.
Columns load_columns(const Xapian::Database& all, const std::vector<Shard>& shards = {});

}  // namespace giaidap
