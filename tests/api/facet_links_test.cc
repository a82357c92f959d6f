#include "server/api/facet_links.h"

#include <gtest/gtest.h>

namespace giaidap {
namespace {

class FacetLinksTest : public testing::Test {
 protected:
  FacetLinksTest() : texts_(load()) {
    request_.q = "số";
    request_.page = 4;
    facets_.kind = {{"qa", 5}, {"petition", 2}};
  }
  static Texts load() {
    auto texts = Texts::load("web");
    EXPECT_TRUE(texts.ok());
    return texts.value().front();
  }

  Texts texts_;
  SearchRequest request_;
  Facets facets_;
};

TEST_F(FacetLinksTest, AValueLeadsToTheFirstPageWithIt) {
  const auto groups = facet_groups(request_, facets_, texts_);
  ASSERT_EQ(groups.size(), 1U) << "facets with nothing to choose are left out";
  EXPECT_EQ(groups[0]["label"], "Loại nội dung");
  EXPECT_EQ(groups[0]["shown"][0]["label"], "Đã trả lời");
  EXPECT_EQ(groups[0]["shown"][0]["url"], "/?q=s%E1%BB%91&kind=qa");
  EXPECT_EQ(groups[0]["shown"][0]["count"], 5);
  EXPECT_EQ(groups[0]["shown"][0]["chosen"], false);
}

TEST_F(FacetLinksTest, AChosenValueLeadsBackWithoutIt) {
  request_.kind = {"qa", "petition"};
  const auto groups = facet_groups(request_, facets_, texts_);
  EXPECT_EQ(groups[0]["shown"][0]["chosen"], true);
  EXPECT_EQ(groups[0]["shown"][0]["url"], "/?q=s%E1%BB%91&kind=petition");
  const auto chosen = chosen_filters(request_, texts_);
  ASSERT_EQ(chosen.size(), 2U);
  EXPECT_EQ(chosen[1]["label"], "Kiến nghị");
  EXPECT_EQ(chosen[1]["url"], "/?q=s%E1%BB%91&kind=qa");
}

TEST_F(FacetLinksTest, AnOfferTakesThePlaceOfWhatWasChosen) {
  request_.agency = {"Bộ Y tế"};
  request_.kind = {"qa"};
  const auto links = filter_offers(request_, {{"agency", {"Bộ Tư pháp", 7}}}, texts_);
  ASSERT_EQ(links.size(), 1U);
  EXPECT_EQ(links[0]["label"], "Chỉ xem câu trả lời của Bộ Tư pháp");
  EXPECT_EQ(links[0]["count"], 7);
  EXPECT_EQ(links[0]["url"], "/?q=s%E1%BB%91&agency=B%E1%BB%99%20T%C6%B0%20ph%C3%A1p&kind=qa");
}

TEST_F(FacetLinksTest, LongListsKeepTheRestAside) {
  facets_ = {};
  for (int i = 0; i < 9; ++i) facets_.agency.push_back({"Bộ " + std::to_string(i), 1});
  request_.agency = {"Bộ 8"};
  const auto groups = facet_groups(request_, facets_, texts_);
  EXPECT_EQ(groups[0]["shown"].size(), 7U) << "six, and the one that is chosen";
  EXPECT_EQ(groups[0]["more"].size(), 2U);
  EXPECT_EQ(groups[0]["more_count"], 2);
}

TEST_F(FacetLinksTest, NothingToChooseIsLeftOut) {
  facets_ = {};
  request_.kind = {"qa"};
  EXPECT_TRUE(facet_groups(request_, facets_, texts_).empty()) << "nothing was found";
  facets_.kind = {{"qa", 3}};
  EXPECT_EQ(facet_groups(request_, facets_, texts_).size(), 1U) << "the one value, to let go of";
}

TEST_F(FacetLinksTest, DatesAreFiltersToo) {
  request_.from = "2023-01-01";
  request_.to = "2023-12-31";
  const auto chosen = chosen_filters(request_, texts_);
  ASSERT_EQ(chosen.size(), 1U);
  EXPECT_EQ(chosen[0]["label"], "1/1/2023 – 31/12/2023");
  EXPECT_EQ(chosen[0]["url"], "/?q=s%E1%BB%91");
}

TEST_F(FacetLinksTest, PagesAroundTheCurrentOne) {
  request_.page = 6;
  const auto paging = search_paging(request_, 200);
  std::string shown;
  for (const auto& page : paging["pages"]) {
    shown += (page["gap"].get<bool>() ? " … " : " ") + page["number"].get<std::string>();
    if (page["chosen"].get<bool>()) shown += '*';
  }
  EXPECT_EQ(shown, " 1 … 4 5 6* 7 8 … 20");
  EXPECT_EQ(paging["previous"], "/?q=s%E1%BB%91&page=5");
  EXPECT_EQ(paging["next"], "/?q=s%E1%BB%91&page=7");
}

TEST_F(FacetLinksTest, PagingEndsWhereResultsEnd) {
  request_.page = 1;
  EXPECT_TRUE(search_paging(request_, 10).is_null());
  EXPECT_EQ(search_paging(request_, 11)["pages"].size(), 2U);
  EXPECT_TRUE(search_paging(request_, 11)["previous"].is_null());
  EXPECT_EQ(search_paging(request_, 50'000'000'000U)["pages"].back()["number"],
            std::to_string(kMaxResultDepth / 10))
      << "no page past the last reachable result";
  request_.page = 9;
  EXPECT_TRUE(search_paging(request_, 11)["next"].is_null());
  EXPECT_EQ(search_paging(request_, 11)["previous"], "/?q=s%E1%BB%91&page=2")
      << "from past the end to the end";
}

}  // namespace
}  // namespace giaidap
