#include "server/query/packed_postings.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace giaidap {
namespace {

using Postings = std::vector<std::pair<Xapian::docid, std::uint32_t>>;

PackedPostings packed(const Postings& postings) {
  PackedPostings list;
  for (const auto& [entry, occurrences] : postings) list.add(entry, occurrences);
  list.finish();
  return list;
}

Postings unpacked(const PackedPostings& list) {
  Postings postings;
  list.each(
      [&](Xapian::docid entry, std::uint32_t occurrences) { postings.emplace_back(entry, occurrences); });
  return postings;
}

// Gaps from 1 to millions, occurrences from 1 to the most that fit.
Postings made_up(std::size_t size) {
  std::mt19937 random(7);
  Postings postings;
  Xapian::docid entry = 0;
  for (std::size_t i = 0; i < size; ++i) {
    entry += 1 + static_cast<Xapian::docid>(random() % (1U << (i % 23)));
    postings.emplace_back(entry,
                          i % 5 == 0 ? 1 + random() % PackedPostings::kMostOccurrences : 1 + random() % 4);
  }
  return postings;
}

TEST(PackedPostings, GiveBackWhatWasAdded) {
  const Postings postings = made_up(1000);
  EXPECT_EQ(unpacked(packed(postings)), postings);
}

TEST(PackedPostings, TellTheOccurrencesOfEachEntryAndOfNoOther) {
  const Postings postings = made_up(400);
  const PackedPostings list = packed(postings);
  PostingHint hint;
  for (const auto& [entry, occurrences] : postings) {
    PostingHint fresh;
    EXPECT_EQ(list.occurrences(entry, fresh), occurrences) << entry;
    EXPECT_EQ(list.occurrences(entry, hint), occurrences) << entry << " with a hint";
  }
  for (std::size_t i = 0; i + 1 < postings.size(); ++i) {
    const Xapian::docid between = postings[i].first + 1;
    PostingHint fresh;
    if (between != postings[i + 1].first) {
      EXPECT_EQ(list.occurrences(between, fresh), 0U) << between;
    }
  }
  EXPECT_EQ(list.occurrences(postings.back().first + 1, hint), 0U);
}

TEST(PackedPostings, HintsMaySkipManyBlocks) {
  const Postings postings = made_up(1000);
  const PackedPostings list = packed(postings);
  PostingHint hint;
  for (std::size_t i = 3; i < postings.size(); i += 190)
    EXPECT_EQ(list.occurrences(postings[i].first, hint), postings[i].second) << i;
}

TEST(PackedPostings, OfNoEntryHoldNothing) {
  const PackedPostings none = packed({});
  PostingHint hint;
  EXPECT_EQ(none.occurrences(1, hint), 0U);
  EXPECT_TRUE(unpacked(none).empty());
}

TEST(PackedPostings, TakeAByteForNearNeighbours) {
  PackedPostings list;
  for (Xapian::docid entry = 1; entry <= 6400; entry += 16) list.add(entry, 1);
  list.finish();
  EXPECT_EQ(list.packed().size(), 400U);
}

}  // namespace
}  // namespace giaidap
