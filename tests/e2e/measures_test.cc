#include "tests/e2e/measures.h"

#include <gtest/gtest.h>

#include <cmath>

namespace giaidap::e2e {
namespace {

using nlohmann::json;

json result(const std::string& entry, const std::string& text = "", const json& number = nullptr) {
  return {{"entry", entry}, {"question", nullptr}, {"text", text}, {"dispatch", {{"number", number}}}};
}

const JudgedQuery kQuery{
    "q1", "số định danh", "plain", {{"A#1", nullptr, "", 3}, {"", "B", "khai sinh cho trẻ", 1}}};

TEST(Measures, GradesByNameAndByWords) {
  EXPECT_EQ(grade_of(result("A#1"), kQuery.gold), 3);
  EXPECT_EQ(grade_of(result("A#2"), kQuery.gold), 0);
  EXPECT_EQ(grade_of(result("B#1", "Đăng ký KHAI  sinh\ncho **trẻ**¹ em", "B"), kQuery.gold), 1);
  EXPECT_EQ(grade_of(result("C#1", "khai sinh cho trẻ", "C"), kQuery.gold), 0) << "another dispatch";
  const std::string page = std::string(5000, 'x') + "khai sinh cho trẻ";
  EXPECT_EQ(grade_of(result("B#1", page, "B"), kQuery.gold), 0) << "a document is no place";
}

TEST(Measures, OfOneQuery) {
  const Measures best = judge(kQuery, json::array({result("A#1"), result("B#1", "khai sinh cho trẻ", "B")}));
  EXPECT_EQ(best.success, 1);
  EXPECT_EQ(best.reciprocal, 1);
  EXPECT_DOUBLE_EQ(best.gain, 1);

  const Measures second = judge(kQuery, json::array({result("x"), result("A#1"), result("A#1")}));
  EXPECT_EQ(second.success, 0);
  EXPECT_EQ(second.reciprocal, 0.5);
  const double found = 7 / std::log2(3.0);  // the gain 2^3 - 1 at rank 2; its double counts nothing
  const double ideal = 7 + 1 / std::log2(3.0);
  EXPECT_DOUBLE_EQ(second.gain, found / ideal);

  const Measures touched = judge(kQuery, json::array({result("B#1", "khai sinh cho trẻ", "B")}));
  EXPECT_EQ(touched.success, 0) << "grade 1 does not answer";
  EXPECT_EQ(touched.reciprocal, 0);
  EXPECT_EQ(judge(kQuery, json::array()).gain, 0);
}

TEST(Measures, MeansOverQueries) {
  Measures sum;
  sum.add({1, 1, 1, 1});
  sum.add({1, 0, 0.5, 0.25});
  const Measures mean = sum.mean();
  EXPECT_EQ(mean.queries, 2);
  EXPECT_DOUBLE_EQ(mean.success, 0.5);
  EXPECT_DOUBLE_EQ(mean.reciprocal, 0.75);
  EXPECT_DOUBLE_EQ(mean.gain, 0.625);
}

}  // namespace
}  // namespace giaidap::e2e
