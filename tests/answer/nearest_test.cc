#include "server/answer/nearest.h"

#include <gmock/gmock.h>

#include "server/query/plan.h"

namespace giaidap {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

SearchHit hit(double words_held, std::vector<std::string> agencies, double score) {
  SearchHit made;
  made.words_held = words_held;
  made.entry.agencies = std::move(agencies);
  made.score = score;
  return made;
}

SearchResponse response_of(std::vector<SearchHit> hits) {
  auto plan = std::make_shared<Plan>();
  plan->concepts.emplace_back();
  SearchResponse response;
  response.plan = plan;
  response.hits = std::move(hits);
  return response;
}

TEST(NearestAgencies, ThoseThatTheBestHitsAgreeOn) {
  const SearchResponse response =
      response_of({hit(1, {"Bộ Công an"}, 9), hit(0.8, {"Bộ Ngoại giao"}, 4), hit(0.5, {"Bộ Công an"}, 3)});
  EXPECT_THAT(nearest_agencies(response), ElementsAre("Bộ Công an"));
}

TEST(NearestAgencies, ThoseNamedInTheQuestionGoFirst) {
  SearchResponse response = response_of({hit(1, {"Bộ Công an"}, 9)});
  response.interpreted.agencies = {"Bộ Ngoại giao"};
  EXPECT_THAT(nearest_agencies(response), ElementsAre("Bộ Ngoại giao"));
}

TEST(NearestAgencies, NobodyWhereHitsHoldLittleOfTheQuestion) {
  EXPECT_THAT(nearest_agencies(response_of({hit(0.3, {"Bộ Công an"}, 9)})), IsEmpty());
  EXPECT_THAT(nearest_agencies(SearchResponse{}), IsEmpty());
}

}  // namespace
}  // namespace giaidap
