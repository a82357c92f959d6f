#include "server/query/facets.h"

#include <gmock/gmock.h>

#include <random>

#include "indexer/schema/schema.h"

namespace giaidap {

// Found by argument-dependent lookup.
bool operator==(const FacetCount& a, const FacetCount& b) { return a.value == b.value && a.count == b.count; }

namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;

// Entries of random values, with gaps between their ids, as records and removed entries leave them.
class FacetsTest : public testing::Test {
 protected:
  void SetUp() override {
    columns_.dates.assign(kLast + 1, 0);
    columns_.all = EntrySet(columns_.dates.size());
    for (Xapian::docid entry = 1; entry <= kLast; ++entry) {
      if (pick(5) == 0) continue;
      columns_.all.add(entry);
      columns_.newest.push_back(entry);
      columns_.dates[entry] = pick(4) == 0 ? 0 : 20230101 + pick(20);
      for (std::size_t facet = 0; facet < kFacetCount; ++facet) {
        std::string joined;
        for (std::uint32_t values = pick(3); values > 0; --values)
          joined += std::string(1, static_cast<char>('a' + pick(5))) + schema::kValueSeparator;
        columns_.facets[facet].append(entry, joined);
      }
    }
    for (FacetColumn& column : columns_.facets) column.finish(kLast);
  }

  std::uint32_t pick(std::uint32_t choices) { return static_cast<std::uint32_t>(random_() % choices); }

  std::vector<std::string> some_values() {
    std::vector<std::string> values;
    for (const char* value : {"a", "b", "missing"})
      if (pick(4) == 0) values.emplace_back(value);
    return values;
  }

  static constexpr Xapian::docid kLast = 700;
  std::mt19937 random_{20240131};
  Columns columns_;
};

TEST_F(FacetsTest, ManyEntriesAreFilteredAndCountedAsOneAfterTheOther) {
  std::vector<Scored> hits;
  for (const Xapian::docid entry : columns_.newest) hits.push_back({entry, 0});
  for (int i = 0; i < 200; ++i) {
    SearchRequest request;
    for (auto* chosen :
         {&request.agency, &request.topic, &request.dispatch, &request.kind, &request.status, &request.year})
      *chosen = some_values();
    if (pick(3) == 0) request.from = "2023-01-05";
    if (pick(3) == 0) request.to = "2023-01-15";
    const EntryFilter filter(request, columns_);
    const Filtered one_by_one = filter_and_count(hits, filter, columns_);
    const FilteredSet at_once = filter_and_count(columns_.all, filter, columns_);
    std::vector<Xapian::docid> expected, kept;
    for (const Scored& hit : one_by_one.kept) expected.push_back(hit.entry);
    at_once.kept.each([&](Xapian::docid entry) { kept.push_back(entry); });
    EXPECT_THAT(kept, ElementsAreArray(expected));
    EXPECT_EQ(at_once.kept.size(), expected.size());
    for (const auto counts :
         {&Facets::agency, &Facets::topic, &Facets::dispatch, &Facets::kind, &Facets::status, &Facets::year})
      EXPECT_EQ(at_once.facets.*counts, one_by_one.facets.*counts);
  }
}

TEST(EntrySet, HoldsEntriesAtTheEdgesOfItsWords) {
  EntrySet set(130);
  for (const Xapian::docid entry : {1U, 63U, 64U, 127U, 128U, 129U}) set.add(entry);
  set.remove(127);
  std::vector<Xapian::docid> entries;
  set.each([&](Xapian::docid entry) { entries.push_back(entry); });
  EXPECT_THAT(entries, ElementsAre(1, 63, 64, 128, 129));
  EXPECT_EQ(set.size(), 5U);
  EntrySet all = EntrySet::everything(130);
  all.remove(set);
  EXPECT_TRUE(all.contains(127));
  EXPECT_FALSE(all.contains(128));
}

}  // namespace
}  // namespace giaidap
