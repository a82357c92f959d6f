#include "server/query/posting_list.h"

#include <gtest/gtest.h>

#include <map>

#include "server/query/posting_lists.h"
#include "server/query/scoring.h"
#include "server/query/term_postings.h"
#include "tests/query/listed_index.h"

namespace giaidap {
namespace {

using PostingListTest = testing::ListedIndexTest;

TEST_F(PostingListTest, TellsWhatTheIndexHoldsHoweverOftenATermStandsThere) {
  for (const char* term : {"Tthẻ", "Tphí", "Tmục", "Tkhông"}) {
    const auto expected = in_index(term);
    const PostingList list = PostingList::read(db_, term, lists_->damping(), 8);
    std::map<Xapian::docid, std::uint32_t> told;
    list.each([&](Xapian::docid entry, std::uint32_t times) { told[entry] = times; });
    EXPECT_EQ(told, expected) << term;
    EXPECT_EQ(list.size(), expected.size()) << term;
    PostingHint hint;
    for (Xapian::docid entry = 1; entry < lengths_.size(); ++entry) {
      const auto found = expected.find(entry);
      EXPECT_EQ(list.occurrences(entry, hint), found == expected.end() ? 0U : found->second) << term << entry;
    }
  }
}

TEST_F(PostingListTest, AMatchTellsTheSameAsThePostings) {
  const std::string filter(schema::kEntryTerm);  // has no occurrences
  for (const std::string& term : {std::string("Tthẻ"), std::string("Tphí"), std::string("Tkhông"), filter}) {
    const PostingList read = PostingList::read(db_, term, lists_->damping(), 8);
    const PostingList matched = PostingList::read_by_match(db_, term, lists_->damping(), 8);
    EXPECT_EQ(matched.content_hash(), read.content_hash()) << term;
    EXPECT_EQ(matched.size(), db_.get_termfreq(term)) << term;
    EXPECT_EQ(matched.most_share(), read.most_share()) << term;
  }
}

TEST_F(PostingListTest, OfShardsOnOtherMachinesNoListIsLookedUp) {
  lists_->read_at_once(0);
  EXPECT_FALSE(lists_->reads_at_once(1));
  lists_->read_by_match();
  EXPECT_TRUE(lists_->reads_at_once(1'000'000'000));
  EXPECT_EQ(lists_->of(db_, "Tthẻ")->size(), in_index("Tthẻ").size());
}

TEST_F(PostingListTest, NoShareIsLargerThanTheMost) {
  for (const char* term : {"Tthẻ", "Tphí"}) {
    const PostingList list = PostingList::read(db_, term, lists_->damping(), 8);
    double most = 0;
    list.each([&](Xapian::docid entry, std::uint32_t times) {
      most = std::max(most, Bm25::share(times, lists_->damping()[entry]));
    });
    EXPECT_GE(list.most_share(), most) << term;
    EXPECT_NEAR(list.most_share(), most, 0.01) << term;
    EXPECT_GE(PostingLists(lengths_, db_.get_avlength()).most_share(db_, term), most) << term << ", unread";
  }
}

TEST_F(PostingListTest, SharesAreAddedToEachEntryThatHoldsTheTerm) {
  for (const char* term : {"Tthẻ", "Tphí"}) {
    const PostingList list = PostingList::read(db_, term, lists_->damping(), 8);
    std::vector<float> scores(lengths_.size(), 1);
    list.add_shares(2, lists_->damping(), scores);
    const auto expected = in_index(term);
    for (Xapian::docid entry = 1; entry < scores.size(); ++entry) {
      const auto found = expected.find(entry);
      const double share = found == expected.end() ? 0 : Bm25::share(found->second, lists_->damping()[entry]);
      EXPECT_NEAR(scores[entry], 1 + 2 * share, 1e-5) << term << entry;
    }
  }
}

TEST_F(PostingListTest, TermsWithTheSamePostingsHaveOneList) {
  EXPECT_EQ(lists_->of(db_, "Tthẻ"), lists_->of(db_, "Fthe"));
  EXPECT_NE(lists_->of(db_, "Tthẻ"), lists_->of(db_, "Tphí"));
}

TEST_F(PostingListTest, WhatIsNotReadIsLookedUp) {
  const auto expected = in_index("Tthẻ");
  TermPostings postings(db_, *lists_, "Tthẻ", expected.size());
  EXPECT_FALSE(postings.is_read());
  for (int round = 0; round < 2; ++round) {  // in memory the second time
    PostingHint hint;
    for (Xapian::docid entry = 1; entry < lengths_.size(); entry += 3) {
      const auto found = expected.find(entry);
      EXPECT_EQ(postings.occurrences(entry, hint), found == expected.end() ? 0U : found->second) << entry;
    }
    postings.expect(lengths_.size());
    EXPECT_TRUE(postings.is_read());
  }
}

}  // namespace
}  // namespace giaidap
