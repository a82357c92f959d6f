#include "tests/calibration/logistic.h"

#include <gtest/gtest.h>

namespace giaidap::calibration {
namespace {

constexpr double kRidge = 0.003;

// A quarter of those at 0 and three quarters of those at 1 are positive.
std::vector<Example> examples() {
  std::vector<Example> made;
  for (std::size_t i = 0; i < 80; ++i) {
    const bool right = i % 2 == 0;
    const bool usual = i / 2 % 4 != 0;
    made.push_back({{right ? 1.0 : 0.0, 5.0}, right == usual ? 1.0 : 0.0, 1, i});
  }
  return made;
}

TEST(LogisticTest, FindsTheOddsOfEachSide) {
  const auto weights = fit(examples(), kNone, 1e-6);
  ASSERT_EQ(weights.size(), 3U) << "the last is the constant's";
  EXPECT_NEAR(log_odds(weights, {1, 5}), 1.0986, 0.05) << "log 3";
  EXPECT_NEAR(log_odds(weights, {0, 5}), -1.0986, 0.05);
}

TEST(LogisticTest, ARidgeHoldsWeightsDown) {
  EXPECT_LT(fit(examples(), kNone, 1.0)[0], fit(examples(), kNone, kRidge)[0]);
}

TEST(LogisticTest, WeightsOfExamplesCount) {
  std::vector<Example> cases = examples();
  for (Example& one : cases)
    if (one.label == 0) one.weight = 0.1;
  EXPECT_GT(log_odds(fit(cases, kNone, kRidge), {0, 5}), 0) << "negatives hardly count";
}

TEST(LogisticTest, TheFoldLeftOutDoesNotCount) {
  std::vector<Example> cases = examples();
  for (Example& one : cases)
    if (one.group % kFolds == 3) one.label = 1 - one.label;
  EXPECT_EQ(fit(cases, 3, kRidge), fit(examples(), 3, kRidge));
  EXPECT_NE(fit(cases, kNone, kRidge), fit(examples(), kNone, kRidge));
}

}  // namespace
}  // namespace giaidap::calibration
