#include "server/query/list_file.h"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "tests/query/listed_index.h"

namespace giaidap {
namespace {

using ListFileTest = testing::ListedIndexTest;

constexpr std::uint64_t kRoom = 1U << 20U;

PostingList read(const Xapian::Database& db, const char* term, const PostingLists& lists) {
  return PostingList::read(db, term, lists.damping(), 8);
}

void keep(ListFile<PostingList>& file, const PostingList& list) { file.keep(list.content_hash(), list); }

TEST_F(ListFileTest, GivesBackTheListsThatItKeeps) {
  ListFile<PostingList> file(kRoom, 1);
  const std::vector<const char*> terms = {"Tthẻ", "Tphí", "Tmục"};
  for (const char* term : terms) keep(file, read(db_, term, *lists_));
  for (const char* term : terms) {
    const PostingList expected = read(db_, term, *lists_);
    ASSERT_TRUE(file.holds(expected.content_hash())) << term;
    const auto list = file.find(expected.content_hash());
    ASSERT_TRUE(list) << term;
    EXPECT_EQ(list->size(), expected.size()) << term;
    EXPECT_EQ(list->most_share(), expected.most_share()) << term;
    EXPECT_EQ(list->content_hash(), expected.content_hash()) << term;
    for (Xapian::docid entry = 1; entry < lengths_.size(); ++entry) {
      PostingHint hint;
      PostingHint other;
      EXPECT_EQ(list->occurrences(entry, hint), expected.occurrences(entry, other)) << term << entry;
    }
  }
  EXPECT_FALSE(file.holds(1));
  EXPECT_FALSE(file.find(1));
}

TEST_F(ListFileTest, SmallListsAreLeftOut) {
  const PostingList list = read(db_, "Tthẻ", *lists_);
  ListFile<PostingList> file(kRoom, list.bytes() + 1);
  keep(file, list);
  EXPECT_FALSE(file.holds(list.content_hash()));
}

TEST_F(ListFileTest, WhatItHasNoRoomForIsLeftOutAndTheRestStays) {
  const PostingList list = read(db_, "Tthẻ", *lists_);
  const PostingList other = read(db_, "Tmục", *lists_);
  ListFile<PostingList> file(list.bytes() + 10, 1);
  keep(file, list);
  keep(file, other);
  EXPECT_TRUE(file.find(list.content_hash()));
  EXPECT_FALSE(file.find(other.content_hash()));
}

// Lists that come when memory is full; before, they are in memory.
TEST_F(ListFileTest, ListsAreFiledOnceMemoryIsFull) {
  PostingLists roomy(lengths_, db_.get_avlength(), {kRoom, kRoom, 1, kRoom, kRoom});
  PostingLists crowded(lengths_, db_.get_avlength(), {10, kRoom, 1, kRoom, kRoom});
  for (PostingLists* lists : {&roomy, &crowded}) {
    for (const char* term : {"Tthẻ", "Tphí", "Tmục"}) lists->of(db_, term);
  }
  EXPECT_FALSE(roomy.is_filed("Tmục"));
  ASSERT_TRUE(crowded.is_filed("Tmục"));
  EXPECT_EQ(crowded.of(db_, "Tmục")->content_hash(), roomy.of(db_, "Tmục")->content_hash());
}

// A list that memory has no room for is not kept there for the sake of a term that has the same.
TEST_F(ListFileTest, TermsWhoseListsAreAlikeShareTheirRoom) {
  PostingLists crowded(lengths_, db_.get_avlength(), {10, kRoom, 1, kRoom, kRoom});
  const std::weak_ptr<const PostingList> toned = crowded.of(db_, "Tthẻ");
  const std::weak_ptr<const PostingList> toneless = crowded.of(db_, "Fthe");
  EXPECT_TRUE(toned.expired());
  EXPECT_TRUE(toneless.expired());
  EXPECT_TRUE(crowded.is_filed("Tthẻ"));
  EXPECT_TRUE(crowded.is_filed("Fthe"));
}

TEST_F(ListFileTest, SeveralThreadsGetTheSame) {
  PostingLists crowded(lengths_, db_.get_avlength(), {3000, kRoom, 1, kRoom, kRoom});
  const std::vector<std::string> terms = {"Tthẻ", "Tphí", "Tmục", "Fthe", "Fphi", "Fmuc"};
  std::vector<std::thread> threads;
  std::atomic<int> wrong = 0;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&, db = Xapian::Database(index_.folder().string())] {
      for (std::size_t i = 0; i < 300; ++i) {
        const std::string& term = terms[i * (i + 3) % terms.size()];
        if (crowded.of(db, term)->size() != db.get_termfreq(term)) ++wrong;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace giaidap
