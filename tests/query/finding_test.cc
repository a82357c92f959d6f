#include "server/query/finding.h"

#include <gtest/gtest.h>

namespace giaidap {
namespace {

using schema::Channel;

Concept word(const char* folded, double information, double factor = 1) {
  return {{{{{Channel::Folded, folded, "", factor, information}}}}, factor * information, false, true};
}

Plan plan_of(std::vector<Concept> concepts) {
  Plan plan;
  for (const Concept& wanted : concepts) (wanted.pair ? plan.pair_weight : plan.word_weight) += wanted.weight;
  plan.concepts = std::move(concepts);
  return plan;
}

TEST(FindingTest, OneWordNeedsNoLeastScore) {
  EXPECT_EQ(least_score(plan_of({word("dinh", 3)})), 0);
  EXPECT_GT(least_score(plan_of({word("dinh", 3), word("danh", 3)})), 0);
}

TEST(FindingTest, WordsThatTogetherMakeNoHitOnlyAdd) {
  EXPECT_EQ(finding_concepts(plan_of({word("dinh", 9), word("la", 0.01)})), (std::vector<bool>{true, false}));
}

TEST(FindingTest, AQueryOfExclusionsFindsAllElse) {
  Plan plan;
  plan.excluded.push_back({{Channel::Folded, "bhyt", "", 1, 0}});
  EXPECT_TRUE(only_excludes(plan));
  plan.unknown_weight = 7;
  EXPECT_FALSE(only_excludes(plan)) << "it asks for words that the index does not hold";
}

}  // namespace
}  // namespace giaidap
