#include "server/query/ranking_features.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "server/query/plan.h"
#include "tests/query/small_index.h"

namespace giaidap {
namespace {

// The features of one entry, alone in an index, for a question.
class RankingFeaturesTest : public ::testing::Test {
 protected:
  static RankingFeatures of(const Entry& entry, const char* question) {
    const testing::SmallIndex index;
    index.put("file.txt", {testing::dispatch("1/BC", "2024-01-01", "báo cáo", {entry})});
    const SearchResponse found = index.searcher().search(testing::asking(question)).value();
    const PassageScorer scorer(*found.plan);
    return ranking_features(entry, analyse(entry.text), scorer, asked_by(found.interpreted));
  }
  static double feature(const RankingFeatures& features, std::string_view name) {
    const auto place = std::find(kRankingFeatureNames.begin(), kRankingFeatureNames.end(), name);
    return features.at(static_cast<std::size_t>(place - kRankingFeatureNames.begin()));
  }
};

TEST_F(RankingFeaturesTest, SharesOfTheBestSentence) {
  const auto all = of(testing::passage("1/BC#1", "Một", "Cấp thẻ bảo hiểm. Máy tính thiếu."), "thẻ bảo hiểm");
  EXPECT_DOUBLE_EQ(feature(all, "sentence_words"), 1);
  EXPECT_DOUBLE_EQ(feature(all, "sentence_pairs"), 1);
  const auto part = of(testing::passage("1/BC#1", "Một", "Cấp thẻ mới. Máy tính thiếu. Đóng bảo hiểm."),
                       "thẻ bảo hiểm máy tính");
  EXPECT_LT(feature(part, "sentence_words"), 0.7);
  EXPECT_GT(feature(part, "sentence_words"), 0);
}

TEST_F(RankingFeaturesTest, FiguresCountsAndDaysOnlyWhereAsked) {
  const Entry entry =
      testing::passage("1/BC#1", "Một", "Trước ngày 15/02/2024 đã có 197 đội thi dự cuộc thi.");
  const auto counted = of(entry, "có bao nhiêu đội thi dự cuộc thi");
  EXPECT_EQ(feature(counted, "figure"), 1);
  EXPECT_EQ(feature(counted, "count"), 1);
  EXPECT_EQ(feature(counted, "day"), 0);
  EXPECT_EQ(feature(of(entry, "cuộc thi khi nào"), "day"), 1);
  EXPECT_EQ(feature(of(entry, "cuộc thi"), "figure"), 0);
}

TEST_F(RankingFeaturesTest, KindsOfEntriesOnlyWhereAsked) {
  const Entry petition =
      testing::petition("1/BC#1", "Bộ Tư pháp", "UBND tỉnh Lào Cai", "Nâng cấp phần mềm hộ tịch");
  EXPECT_EQ(feature(of(petition, "tỉnh nào đề nghị nâng cấp phần mềm hộ tịch"), "petition"), 1);
  EXPECT_EQ(feature(of(petition, "nâng cấp phần mềm hộ tịch"), "petition"), 0);
  const Entry row =
      testing::qa("1/BC#1", "Bộ Tư pháp", "Phần mềm hộ tịch chậm", "Bộ đang nâng cấp phần mềm.");
  EXPECT_EQ(feature(of(row, "Bộ Tư pháp trả lời thế nào về phần mềm hộ tịch"), "reply"), 1);
  EXPECT_EQ(feature(of(row, "phần mềm hộ tịch"), "reply"), 0);
}

TEST_F(RankingFeaturesTest, MoreOfTheQueryLiftsAHit) {
  RankingFeatures none{};
  EXPECT_DOUBLE_EQ(ranking_factor(none), 1);
  RankingFeatures some{};
  some[0] = 0.5;
  RankingFeatures all{};
  all[0] = 1;
  EXPECT_GT(ranking_factor(some), 1);
  EXPECT_GT(ranking_factor(all), ranking_factor(some));
}

}  // namespace
}  // namespace giaidap
