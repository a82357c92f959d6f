#include "server/query/find.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "server/query/planner.h"
#include "tests/query/small_index.h"

namespace giaidap {
namespace {

using testing::SmallIndex;

// 3,000 entries: every second one says "thẻ", every third belongs to Bộ Y tế, every hundredth is about fees.
class FindTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::vector<Entry> entries;
    for (int i = 0; i < 3000; ++i) {
      const std::string text = std::string(i % 2 == 0 ? "cấp thẻ cho dân" : "nộp hồ sơ") +
                               (i % 100 == 0 ? " không thu lệ phí" : " tại xã " + std::to_string(i));
      entries.push_back(testing::passage("1/A#" + std::to_string(i), "Mục", text));
      entries.back().agencies = {i % 3 == 0 ? "Bộ Y tế" : "Bộ Tư pháp"};
    }
    index_.put("a.txt", {testing::dispatch("1/A", "2024-01-31", "công văn", entries)});
    db_ = Xapian::Database(index_.folder().string());
    snapshot_.columns = load_columns(db_);
    snapshot_.postings = std::make_unique<PostingLists>(snapshot_.columns.lengths, db_.get_avlength());
    snapshot_.sample = Sample::read(db_, snapshot_.columns);
  }

  static Plan plan_of(std::initializer_list<const char*> folded) {
    Plan plan;
    for (const char* word : folded) {
      plan.concepts.push_back({{{{{schema::Channel::Folded, word, "", 1, 1}}}}, 1, false, true});
      plan.word_weight += 1;
    }
    return plan;
  }

  Found find(const Plan& plan, const SearchRequest& request, std::uint64_t counted) {
    return Finder(db_, snapshot_, workspace_).hits(plan, {request, 20, counted, 16});
  }

  SmallIndex index_;
  Xapian::Database db_;
  Snapshot snapshot_;
  Workspace workspace_;
};

std::uint64_t count_of(const std::vector<FacetCount>& counts, const std::string& value) {
  const auto found =
      std::find_if(counts.begin(), counts.end(), [&](const FacetCount& one) { return one.value == value; });
  return found == counts.end() ? 0 : found->count;
}

TEST_F(FindTest, EstimatesAreNearTheCounts) {
  const Plan plan = plan_of({"the"});
  const Found counted = find(plan, {}, kMostCounted);
  const Found estimated = find(plan, {}, 0);
  EXPECT_FALSE(counted.is_estimate);
  EXPECT_EQ(counted.total, 1500U);
  EXPECT_EQ(count_of(counted.facets.agency, "Bộ Y tế"), 500U);
  EXPECT_TRUE(estimated.is_estimate);
  EXPECT_NEAR(static_cast<double>(estimated.total), 1500, 100);
  EXPECT_NEAR(static_cast<double>(count_of(estimated.facets.agency, "Bộ Y tế")), 500, 50);
}

TEST_F(FindTest, TheBestAreTheSameHoweverTheRestIsCounted) {
  const Plan plan = plan_of({"the", "le", "phi"});
  const Found counted = find(plan, {}, kMostCounted);
  const Found estimated = find(plan, {}, 0);
  ASSERT_EQ(estimated.hits.size(), 20U);
  for (std::size_t i = 0; i < estimated.hits.size(); ++i) {
    EXPECT_EQ(estimated.hits[i].entry, counted.hits[i].entry);
    EXPECT_EQ(estimated.hits[i].score, counted.hits[i].score);
  }
}

TEST_F(FindTest, FiltersLeaveTheBestOfTheirEntries) {
  SearchRequest request;
  request.agency = {"Bộ Y tế"};
  const Plan plan = plan_of({"the", "phi"});
  const Found counted = find(plan, request, kMostCounted);
  const Found estimated = find(plan, request, 0);
  ASSERT_EQ(estimated.hits.size(), 20U);
  for (std::size_t i = 0; i < estimated.hits.size(); ++i)
    EXPECT_EQ(estimated.hits[i].entry, counted.hits[i].entry);
  EXPECT_EQ(count_of(counted.facets.agency, "Bộ Tư pháp"), 1000U) << "a facet's own filter does not count";
  EXPECT_NEAR(static_cast<double>(count_of(estimated.facets.agency, "Bộ Tư pháp")), 1000, 100);
}

// Without a filter facets are counted another way.
TEST_F(FindTest, AFilterThatAllPassChangesNoCount) {
  SearchRequest dated;
  dated.from = "2024-01-31";
  const Plan plan = plan_of({"the", "phi"});
  const Found all = find(plan, {}, kMostCounted);
  const Found passed = find(plan, dated, kMostCounted);
  EXPECT_EQ(all.total, passed.total);
  const auto told = [](const Facets& facets) {
    std::vector<std::pair<std::string, std::uint64_t>> counts;
    for (const auto* one :
         {&facets.agency, &facets.topic, &facets.dispatch, &facets.kind, &facets.status, &facets.year})
      for (const FacetCount& count : *one) counts.emplace_back(count.value, count.count);
    return counts;
  };
  EXPECT_GE(told(all.facets).size(), 5U) << "two agencies, a dispatch, a kind, a year";
  EXPECT_EQ(told(all.facets), told(passed.facets));
}

TEST_F(FindTest, TheNewestAreTheSameHoweverTheRestIsCounted) {
  SearchRequest newest, of_one_agency;
  newest.sort = of_one_agency.sort = SortOrder::Date;
  of_one_agency.agency = {"Bộ Y tế"};
  const Plan plan = plan_of({"the", "le", "phi"});
  for (const SearchRequest& request : {newest, of_one_agency}) {
    Found counted = find(plan, request, kMostCounted);
    newest_first(counted.hits, snapshot_.columns);
    const Found estimated = find(plan, request, 0);
    EXPECT_EQ(estimated.is_estimate, counted.hits.size() >= 20);
    ASSERT_EQ(estimated.hits.size(), std::min<std::size_t>(20, counted.hits.size()));
    for (std::size_t i = 0; i < estimated.hits.size(); ++i) {
      EXPECT_EQ(estimated.hits[i].entry, counted.hits[i].entry);
      EXPECT_EQ(estimated.hits[i].score, counted.hits[i].score);
    }
    EXPECT_NEAR(static_cast<double>(estimated.total), static_cast<double>(counted.total), 100);
  }
}

TEST_F(FindTest, WhereNothingPassesNoneIsNewest) {
  SearchRequest of_a_year;
  of_a_year.sort = SortOrder::Date;
  of_a_year.year = {"1999"};
  EXPECT_TRUE(find(plan_of({"the"}), of_a_year, 0).hits.empty());
}

TEST_F(FindTest, FewHitsAreAllSeen) {
  const Found found = find(plan_of({"phi"}), {}, kMostCounted);
  EXPECT_EQ(found.total, 30U);
  EXPECT_FALSE(found.is_estimate);
}

// However much work it is to find them.
TEST_F(FindTest, WhereAllHitsAreSeenTheyAreCounted) {
  const Plan plan = plan_of({"phi"});
  const Found all = Finder(db_, snapshot_, workspace_).hits(plan, {{}, 40, 0, 16});
  EXPECT_EQ(all.total, 30U);
  EXPECT_FALSE(all.is_estimate);
  EXPECT_EQ(count_of(all.facets.agency, "Bộ Y tế"), 10U);
  EXPECT_EQ(count_of(all.facets.agency, "Bộ Tư pháp"), 20U);

  SearchRequest filtered, newest, of_no_year;
  filtered.agency = newest.agency = {"Bộ Y tế"};
  newest.sort = SortOrder::Date;
  for (const SearchRequest& request : {filtered, newest}) {
    const Found found = find(plan, request, 0);
    EXPECT_EQ(found.total, 10U);
    EXPECT_FALSE(found.is_estimate);
    EXPECT_EQ(count_of(found.facets.kind, "passage"), 10U);
    EXPECT_EQ(count_of(found.facets.dispatch, "1/A"), 10U);
    EXPECT_GE(count_of(found.facets.agency, "Bộ Y tế"), 10U);
    EXPECT_NEAR(static_cast<double>(count_of(found.facets.agency, "Bộ Tư pháp")), 20, 15) << "by the sample";
  }
  of_no_year.year = {"1999"};
  EXPECT_EQ(find(plan, of_no_year, 0).total, 0U);
  EXPECT_FALSE(find(plan, of_no_year, 0).is_estimate);
  EXPECT_TRUE(find(plan, {}, 0).is_estimate) << "20 of 30 are looked at";
}

TEST_F(FindTest, NearEntriesStandInOtherDispatches) {
  const Finder finder(db_, snapshot_, workspace_);
  EXPECT_TRUE(finder.near(plan_of({"the"}), 5, "1/A").empty());
  EXPECT_EQ(finder.near(plan_of({"the"}), 5, "2/B").size(), 5U);
}

}  // namespace
}  // namespace giaidap
