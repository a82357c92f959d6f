#include "server/api/answer_cache.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <vector>

#include "indexer/store/store.h"
#include "server/api/routes.h"
#include "tests/api/sample_index.h"
#include "tests/temporary_folder.h"

namespace giaidap::test {
namespace {

using ::testing::HasSubstr;

class AnswerCacheTest : public InTemporaryFolder {
 protected:
  AnswerCacheTest() {
    make_sample_index(db());
    std::vector<Searcher> searchers;
    searchers.emplace_back(open_index(db(), "corpus/vocabulary").value());
    app_ = std::make_unique<App>(App{std::make_shared<Pool<Searcher>>(std::move(searchers)), nullptr,
                                     std::make_shared<Metrics>(), StaticFiles::load("web").value(),
                                     Interfaces::load("web").value()});
    app_->answers = std::make_shared<AnswerCache>(std::size_t{1} << 20U);
  }

  [[nodiscard]] std::filesystem::path db() const { return folder_ / "db"; }

  // But for the time that it took.
  nlohmann::json ask(const std::string& target) {
    nlohmann::json view = nlohmann::json::parse(answer(*app_, {.target = target}).reply.body);
    view.erase("took_ms");
    return view;
  }

  void expect_remembered(int hits, int misses) {
    const auto line = [](const char* outcome, int count) {
      return "giaidap_answer_cache_total{outcome=\"" + std::string(outcome) + "\"} " + std::to_string(count);
    };
    const std::string text = app_->metrics->text();
    if (hits > 0) {
      EXPECT_THAT(text, HasSubstr(line("hit", hits)));
    }
    EXPECT_THAT(text, HasSubstr(line("miss", misses)));
  }

  std::unique_ptr<App> app_;
};

TEST_F(AnswerCacheTest, TheSameIsAnsweredTheSame) {
  const auto first = ask("/api/v1/search?q=so%20dinh%20danh");
  EXPECT_EQ(ask("/api/v1/search?q=so%20dinh%20danh"), first);
  EXPECT_GT(first.at("total"), 0);
  expect_remembered(1, 1);
}

TEST_F(AnswerCacheTest, AnyFilterMakesAnotherQuestion) {
  ask("/api/v1/search?q=so%20dinh%20danh");
  const std::vector<std::string> others = {"&kind=qa",   "&status=open",     "&page=2",        "&per_page=3",
                                           "&sort=date", "&from=2023-01-01", "&to=2023-01-01", "&exact=1"};
  for (const std::string& other : others) ask("/api/v1/search?q=so%20dinh%20danh" + other);
  expect_remembered(0, static_cast<int>(others.size()) + 1);
}

TEST_F(AnswerCacheTest, ALineBreakInOneFieldIsNoOtherField) {
  ask("/api/v1/search?q=so%0Adinh");
  ask("/api/v1/search?q=so&agency=dinh%0A");
  ask("/api/v1/search?q=so&agency=dinh&agency=danh");
  ask("/api/v1/search?q=so&agency=dinh%1Fdanh");
  expect_remembered(0, 4);
}

TEST_F(AnswerCacheTest, AnotherStateOfTheIndexIsAskedAnew) {
  const auto before = ask("/api/v1/search?q=so%20dinh%20danh");
  Store store = Store::open(db()).value();
  ASSERT_TRUE(store.remove("1165/TCTTKĐA").ok());
  ASSERT_TRUE(store.commit().ok());
  const auto after = ask("/api/v1/search?q=so%20dinh%20danh");
  EXPECT_LT(after.at("total"), before.at("total"));
  expect_remembered(0, 2);
}

TEST_F(AnswerCacheTest, WithTextComesFromTheSameAnswer) {
  const auto without = ask("/api/v1/search?q=so%20dinh%20danh");
  const auto with = ask("/api/v1/search?q=so%20dinh%20danh&fields=text");
  EXPECT_FALSE(without.at("results").at(0).contains("text"));
  EXPECT_TRUE(with.at("results").at(0).contains("text"));
  expect_remembered(1, 1);
}

}  // namespace
}  // namespace giaidap::test
