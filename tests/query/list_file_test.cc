#include "server/query/list_file.h"

#include <gtest/gtest.h>

#include "tests/query/listed_index.h"

namespace giaidap {
namespace {

using ListFileTest = testing::ListedIndexTest;

constexpr std::uint64_t kRoom = 1U << 20U;

PostingList read(const Xapian::Database& db, const char* term, const PostingLists& lists) {
  return PostingList::read(db, term, lists.damping(), 8);
}

TEST_F(ListFileTest, GivesBackTheListsThatItKeeps) {
  ListFile file(kRoom, 1);
  const std::vector<const char*> terms = {"Tthẻ", "Tphí", "Tmục"};
  for (const char* term : terms) file.keep(term, read(db_, term, *lists_));
  for (const char* term : terms) {
    const PostingList expected = read(db_, term, *lists_);
    ASSERT_TRUE(file.holds(term)) << term;
    const auto list = file.find(term);
    ASSERT_TRUE(list) << term;
    EXPECT_EQ(*list, expected) << term;
    EXPECT_EQ(list->size(), expected.size()) << term;
    EXPECT_EQ(list->most_share(), expected.most_share()) << term;
    EXPECT_EQ(list->content_hash(), expected.content_hash()) << term;
    for (Xapian::docid entry = 1; entry < lengths_.size(); ++entry) {
      PostingHint hint;
      PostingHint other;
      EXPECT_EQ(list->occurrences(entry, hint), expected.occurrences(entry, other)) << term << entry;
    }
  }
  EXPECT_FALSE(file.holds("Tkhông"));
  EXPECT_FALSE(file.find("Tkhông"));
}

TEST_F(ListFileTest, SmallListsAreLeftOut) {
  const PostingList list = read(db_, "Tthẻ", *lists_);
  ListFile file(kRoom, list.bytes() + 1);
  file.keep("Tthẻ", list);
  EXPECT_FALSE(file.holds("Tthẻ"));
}

TEST_F(ListFileTest, WhatItHasNoRoomForIsLeftOutAndTheRestStays) {
  const PostingList list = read(db_, "Tthẻ", *lists_);
  ListFile file(list.bytes() + 10, 1);
  file.keep("Tthẻ", list);
  file.keep("Tmục", read(db_, "Tmục", *lists_));
  EXPECT_TRUE(file.find("Tthẻ"));
  EXPECT_FALSE(file.find("Tmục"));
}

// Lists that come when memory is full; before, they are in memory.
TEST_F(ListFileTest, ListsAreFiledOnceMemoryIsFull) {
  PostingLists roomy(lengths_, db_.get_avlength(), {kRoom, kRoom, 1});
  PostingLists crowded(lengths_, db_.get_avlength(), {10, kRoom, 1});
  for (PostingLists* lists : {&roomy, &crowded}) {
    for (const char* term : {"Tthẻ", "Tphí", "Tmục"}) lists->of(db_, term);
  }
  EXPECT_FALSE(roomy.is_filed("Tmục"));
  ASSERT_TRUE(crowded.is_filed("Tmục"));
  EXPECT_EQ(*crowded.of(db_, "Tmục"), *roomy.of(db_, "Tmục"));
}

}  // namespace
}  // namespace giaidap
