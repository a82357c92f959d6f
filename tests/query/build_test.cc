#include "server/query/build.h"

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

std::string described(const Plan& plan) { return build_query(plan).get_description(); }

TEST(BuildTest, ConceptsBecomeTermsOfBothFields) {
  Concept abbreviation = word("tthc", 4);
  abbreviation.alternatives.push_back({{{Channel::FoldedPair, "thu", "tuc", 0.5, 3}}});
  Plan required = plan_of({word("the", 3)});
  required.required.push_back({{Channel::Toned, "thẻ", "", 1, 0}, {Channel::TonedPair, "thẻ", "bhyt", 1, 0}});
  Plan excluding = plan_of({word("the", 3)});
  excluding.excluded.push_back({{Channel::Folded, "bhyt", "", 1, 0}});
  Plan only_excluding;
  only_excluding.excluded = excluding.excluded;
  Plan boosted = plan_of({word("the", 3)});
  boosted.boosts = {{{"XMx"}, 5, true}, {{"XAy"}, 2, false}};
  Plan unknown;
  unknown.unknown_weight = 7;
  unknown.excluded = excluding.excluded;
  struct Case {
    Plan plan;
    const char* expected;
    const char* why;
  };
  const Case cases[] = {
      {plan_of({word("dinh", 3)}), "Query((Fdinh OR 0.25 * CFdinh))", "one word"},
      {plan_of({abbreviation}), "Query(((Ftthc OR 0.25 * CFtthc) MAX (0.5 * Gthu_tuc OR 0.125 * CGthu_tuc)))",
       "wordings of one concept do not add up"},
      {plan_of({word("dinh", 9), word("la", 0.01)}),
       "Query(((Fdinh OR 0.25 * CFdinh) AND_MAYBE (Fla OR 0.25 * CFla)))",
       "a word that alone makes no hit only adds to the score"},
      {required, "Query(((Fthe OR 0.25 * CFthe) FILTER ((Tthẻ AND Pthẻ_bhyt) OR (CTthẻ AND CPthẻ_bhyt))))",
       "a phrase must stand in one field"},
      {excluding, "Query(((Fthe OR 0.25 * CFthe) AND_NOT (Fbhyt OR CFbhyt)))", "an excluded word"},
      {only_excluding, "Query((XE AND_NOT (Fbhyt OR CFbhyt)))", "all entries but these"},
      {unknown, "Query()", "words that the index does not hold find nothing"},
      {Plan{}, "Query()", "nothing asked"},
      {boosted,
       "Query((((Fthe OR 0.25 * CFthe) OR (PostingSource(Xapian::FixedWeightPostingSource(wt=5)) FILTER "
       "XMx)) "
       "AND_MAYBE (PostingSource(Xapian::FixedWeightPostingSource(wt=2)) FILTER XAy)))",
       "citing entries are found by the number alone, an agency only ranks"},
  };
  for (const Case& c : cases) EXPECT_EQ(described(c.plan), c.expected) << c.why;
}

TEST(BuildTest, OneWordNeedsNoLeastScore) {
  EXPECT_EQ(least_score(plan_of({word("dinh", 3)})), 0);
  EXPECT_GT(least_score(plan_of({word("dinh", 3), word("danh", 3)})), 0);
}

}  // namespace
}  // namespace giaidap
