#include "server/api/parameters.h"

#include <gmock/gmock.h>

namespace giaidap {
namespace {

using ::testing::ElementsAre;

TEST(SearchParametersTest, NothingAskedIsTheFirstPageOfAll) {
  const auto parsed = parse_search({});
  ASSERT_TRUE(parsed.ok());
  const SearchRequest& request = parsed.value().request;
  EXPECT_EQ(request.q, "");
  EXPECT_EQ(request.page, 1);
  EXPECT_EQ(request.per_page, 10);
  EXPECT_EQ(request.sort, SortOrder::Relevance);
  EXPECT_FALSE(parsed.value().with_text);
  EXPECT_TRUE(to_parameters(request).empty());
}

TEST(SearchParametersTest, EveryParameterArrives) {
  const Parameters given = {{"q", "số định danh"},
                            {"agency", "Bộ Tư pháp"},
                            {"agency", "Bộ Công an"},
                            {"topic", "Về dữ liệu"},
                            {"dispatch", "1165/TCTTKĐA"},
                            {"kind", "qa"},
                            {"kind", "task"},
                            {"status", "answered"},
                            {"year", "2023"},
                            {"from", "2023-01-01"},
                            {"to", "2024-02-29"},
                            {"sort", "date"},
                            {"per_page", "100"},
                            {"page", "3"}};
  const auto parsed = parse_search(given);
  ASSERT_TRUE(parsed.ok()) << parsed.error().message;
  const SearchRequest& request = parsed.value().request;
  EXPECT_THAT(request.agency, ElementsAre("Bộ Tư pháp", "Bộ Công an"));
  EXPECT_THAT(request.kind, ElementsAre("qa", "task"));
  EXPECT_EQ(request.page, 3);
  EXPECT_EQ(request.sort, SortOrder::Date);
  EXPECT_EQ(to_parameters(request), given) << "the way back gives the same parameters";
}

TEST(SearchParametersTest, FilterValuesAreBroughtIntoOneForm) {
  const auto parsed = parse_search({{"agency", "Bo\xcc\xa3\xcc\x82 Tu\xcc\x9b pha\xcc\x81p"}});
  ASSERT_TRUE(parsed.ok());
  EXPECT_THAT(parsed.value().request.agency, ElementsAre("Bộ Tư pháp")) << "typed in NFD";
}

TEST(SearchParametersTest, EmptyAndUnknownNamesArePassedOver) {
  const auto parsed =
      parse_search({{"q", ""}, {"kind", ""}, {"from", ""}, {"page", ""}, {"utm_source", "x"}});
  ASSERT_TRUE(parsed.ok());
  EXPECT_TRUE(to_parameters(parsed.value().request).empty());
}

TEST(SearchParametersTest, AFilterOfNothingThatCanBeReadIsNone) {
  const auto parsed = parse_search({{"dispatch", std::string(3, '\0')}});
  ASSERT_TRUE(parsed.ok());
  EXPECT_TRUE(parsed.value().request.dispatch.empty());
}

TEST(SearchParametersTest, ValuesThatMeanNothingAreNamed) {
  struct Case {
    const char* name;
    const char* value;
    const char* why;
  };
  const Case cases[] = {
      {"kind", "QA", "the words are lower case"},
      {"kind", "question", "not a kind"},
      {"status", "closed", "not a status"},
      {"sort", "newest", "not an order"},
      {"exact", "yes", "neither 0 nor 1"},
      {"fields", "answer", "not a field"},
      {"year", "23", "two digits"},
      {"year", "20230", "five digits"},
      {"year", "２０２３", "full-width digits"},
      {"from", "25/08/2023", "not ISO"},
      {"from", "2023-02-29", "no such day"},
      {"to", "2023-13-01", "no such month"},
      {"to", "2023-8-25", "digits missing"},
      {"page", "0", "pages count from 1"},
      {"page", "-1", "negative"},
      {"page", "1.5", "no whole number"},
      {"page", "two", "no number"},
      {"page", "1 ", "white space"},
      {"page", "99999999999999999999", "past every integer"},
      {"page", "1001", "past the last reachable result"},
      {"per_page", "0", "nothing on a page"},
      {"per_page", "101", "over the limit"},
      {"per_page", "100000", "over the limit"},
  };
  for (const Case& c : cases) {
    const auto parsed = parse_search({{c.name, c.value}});
    ASSERT_FALSE(parsed.ok()) << c.name << '=' << c.value << ": " << c.why;
    EXPECT_EQ(parsed.error().code, ErrorCode::BadInput) << c.why;
    EXPECT_EQ(parsed.error().place, c.name) << c.why;
  }
}

TEST(SearchParametersTest, TheLimitOfAQueryIsInCharacters) {
  std::string longest;
  for (int i = 0; i < kMaxQueryCharacters; ++i) longest += "ố";
  EXPECT_TRUE(parse_search({{"q", longest}}).ok()) << "three bytes each";
  const auto longer = parse_search({{"q", longest + "a"}});
  ASSERT_FALSE(longer.ok());
  EXPECT_EQ(longer.error().code, ErrorCode::TooLarge);
  EXPECT_EQ(longer.error().place, "q");
}

TEST(SearchParametersTest, DefaultsAreLeftOutOfLinks) {
  SearchRequest request;
  request.q = "a";
  request.sort = SortOrder::Date;
  EXPECT_EQ(query_string(to_parameters(request)), "?q=a&sort=date");
  request.exact = true;
  EXPECT_EQ(query_string(to_parameters(request)), "?q=a&exact=1&sort=date");
}

}  // namespace
}  // namespace giaidap
