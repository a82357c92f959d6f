#include "server/answer/nearest.h"

#include <gmock/gmock.h>

#include "server/query/plan.h"

namespace giaidap {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

SearchHit hit(const char* text, std::vector<std::string> agencies, double score) {
  SearchHit made;
  made.entry.text = text;
  made.entry.agencies = std::move(agencies);
  made.score = score;
  return made;
}

SearchResponse response_of(std::vector<SearchHit> hits) {
  auto plan = std::make_shared<Plan>();
  for (const char* word : {"hộ", "chiếu"}) {
    Concept wanted;
    wanted.weight = 3;
    wanted.alternatives = {{{{schema::Channel::Toned, word, "", 1, 3}}}};
    plan->concepts.push_back(wanted);
    plan->word_weight += wanted.weight;
  }
  SearchResponse response;
  response.plan = plan;
  response.hits = std::move(hits);
  return response;
}

TEST(NearestAgencies, ThoseThatTheBestHitsAgreeOn) {
  const SearchResponse response =
      response_of({hit("cấp hộ chiếu", {"Bộ Công an"}, 9), hit("hộ chiếu", {"Bộ Ngoại giao"}, 4),
                   hit("hộ chiếu", {"Bộ Công an"}, 3)});
  EXPECT_THAT(nearest_agencies(response), ElementsAre("Bộ Công an"));
}

TEST(NearestAgencies, ThoseNamedInTheQuestionGoFirst) {
  SearchResponse response = response_of({hit("hộ chiếu", {"Bộ Công an"}, 9)});
  response.interpreted.agencies = {"Bộ Ngoại giao"};
  EXPECT_THAT(nearest_agencies(response), ElementsAre("Bộ Ngoại giao"));
}

TEST(NearestAgencies, NobodyWhereHitsHoldLittleOfTheQuestion) {
  EXPECT_THAT(nearest_agencies(response_of({hit("chữ ký số", {"Bộ Công an"}, 9)})), IsEmpty());
  EXPECT_THAT(nearest_agencies(SearchResponse{}), IsEmpty());
}

}  // namespace
}  // namespace giaidap
