#include "server/query/gain_list.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "server/query/gain_lists.h"
#include "server/query/score_units.h"
#include "server/query/scoring.h"
#include "tests/query/listed_index.h"

namespace giaidap {
namespace {

class GainListsTest : public testing::ListedIndexTest {
 protected:
  std::vector<std::unique_ptr<TermPostings>> postings_;
  Workspace workspace_;
};

// Each seventh scores something where `rare`, else all but these.
std::vector<float> scores_of(std::size_t size, bool rare) {
  std::vector<float> scores(size);
  for (std::size_t i = 1; i < size; ++i)
    if ((i % 7 == 0) == rare) scores[i] = 0.01F * static_cast<float>(1 + i % 90);
  return scores;
}

TEST(GainList, TellsScoresWithinAStepAndNeverTooLittle) {
  for (const bool rare : {true, false}) {
    const std::vector<float> scores = scores_of(1000, rare);
    const GainList list(scores, 2.0);
    PostingHint hint;
    for (Xapian::docid entry = 1; entry < scores.size(); ++entry) {
      const double told = 2.0 * list.gain(entry, hint);
      EXPECT_GE(told + 1e-6, scores[entry]) << rare << " " << entry;
      EXPECT_LE(told, scores[entry] + 2.0 * GainList::error() + 1e-6) << rare << " " << entry;
      EXPECT_EQ(told > 0, scores[entry] > 0) << rare << " " << entry;
    }
  }
}

TEST(GainList, AddsWhatItTells) {
  for (const bool rare : {true, false}) {
    const std::vector<float> scores = scores_of(500, rare);
    const GainList list(scores, 1.0);
    std::vector<float> sums(scores.size(), 1);
    list.add(3, sums);
    PostingHint hint;
    std::size_t seen = 0;
    list.each([&](Xapian::docid entry, std::uint32_t steps) {
      EXPECT_FLOAT_EQ(static_cast<float>(steps / GainList::kSteps),
                      static_cast<float>(list.gain(entry, hint)));
      EXPECT_NEAR(sums[entry], 1 + 3 * steps / GainList::kSteps, 1e-5) << entry;
      ++seen;
    });
    EXPECT_EQ(seen, list.size());
    EXPECT_EQ(sums[0], 1);
    EXPECT_NEAR(list.most(), *std::max_element(scores.begin(), scores.end()), GainList::error());
  }
}

TEST(GainLists, AreMadeWhenAConceptIsAskedForAndKept) {
  const std::vector<float> damping(100, 1);
  const ScoreUnit nothing;
  Workspace workspace;
  GainLists lists(damping.size());
  const auto made = lists.of(1, nothing, 1, damping, workspace);
  ASSERT_NE(made, nullptr);
  EXPECT_NE(lists.of(2, nothing, 1, damping, workspace), made);
  EXPECT_EQ(lists.of(1, nothing, 1, damping, workspace), made);
}

// Where there is no room at all; what is asked for often is not made each time.
TEST(GainLists, AreMadeLessAndLessOftenWhereTheyAreNotKept) {
  const std::vector<float> damping(100, 1);
  const ScoreUnit nothing;
  Workspace workspace;
  GainLists lists(damping.size(), {0, 0, 1U << 20U, 0, 0});
  std::vector<int> made;
  for (int times = 1; times <= 9; ++times)
    if (lists.of(1, nothing, 1, damping, workspace) != nullptr) made.push_back(times);
  EXPECT_EQ(made, (std::vector{1, 2, 4, 8}));
}

TEST(GainLists, ThoseThatMemoryHasNoRoomForComeFromTheFile) {
  const std::vector<float> damping(1000, 1);
  ScoreUnit nothing;
  Workspace workspace;
  GainLists lists(damping.size(), {0, 0, 1, 0, 1U << 20U});
  for (int times = 0; times < 5; ++times)
    EXPECT_NE(lists.of(1, nothing, 1, damping, workspace), nullptr) << times;
}

TEST(GainList, IsRefilledFromItsMemory) {
  for (const bool rare : {true, false}) {
    const GainList list(scores_of(1000, rare), 2.0);
    ListFile<GainList> file(1U << 20U, 1);
    file.keep(7, list);
    const auto found = file.find(7);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->size(), list.size());
    EXPECT_EQ(found->most(), list.most());
    PostingHint hint;
    PostingHint other;
    for (Xapian::docid entry = 1; entry < 1000; ++entry)
      EXPECT_EQ(found->gain(entry, hint), list.gain(entry, other)) << entry;
  }
}

// Which of two wordings is better changes from entry to entry; one has few postings, the other many.
TEST_F(GainListsTest, HoldTheBestWordingOfEachEntry) {
  const auto term = [&](const char* name, double weight, bool fixed) {
    postings_.push_back(std::make_unique<TermPostings>(lists_->of(db_, name)));
    return ListedTerm{postings_.back().get(), weight, fixed};
  };
  ScoreUnit unit;
  unit.wordings = {{term("Tthẻ", 1, false), term("Tmục", 0.1, false)}, {term("Tphí", 0.9, true)}};
  const std::vector<float>& damping = lists_->damping();
  GainLists gains(damping.size());
  const auto made = gains.of(1, unit, 2, damping, workspace_);
  ASSERT_NE(made, nullptr);
  EXPECT_EQ(workspace_.best, std::vector<float>(damping.size())) << "left as the next one needs it";
  EXPECT_EQ(workspace_.wording, std::vector<float>(damping.size()));
  const auto card = in_index("Tthẻ");
  const auto fee = in_index("Tphí");
  const auto part = in_index("Tmục");
  PostingHint hint;
  for (Xapian::docid entry = 1; entry < damping.size(); ++entry) {
    const auto share = [&](const auto& held) {
      const auto found = held.find(entry);
      return found == held.end() ? 0 : Bm25::share(found->second, damping[entry]);
    };
    const double best = std::max(share(card) + 0.1 * share(part), fee.contains(entry) ? 0.9 : 0.0);
    const double told = 2 * made->gain(entry, hint);
    EXPECT_GE(told + 1e-6, best) << entry;
    EXPECT_LE(told, best + 2 * GainList::error() + 1e-6) << entry;
  }
}

}  // namespace
}  // namespace giaidap
