// The quality gate: judged queries against the running server, with floors a little below what is reached.
// Prints the tables; tests/data/queries holds the queries: own.jsonl is ours, *.dev.jsonl are samples of
// users'.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>

#include "tests/e2e/corpus.h"
#include "tests/e2e/measures.h"

namespace giaidap::e2e {
namespace {

constexpr const char* kOwn = "own.jsonl";

// What the queries of some files reached.
struct Reached {
  std::map<std::string, Measures> by_form;  // of answerable queries
  int unanswerable = 0;
  int silent = 0;  // of these: no answer card
  int lost = 0;    // answerable queries without one

  [[nodiscard]] Measures mean() const {
    Measures all;
    for (const auto& [form, sums] : by_form) all.add(sums);
    return all.mean();
  }
  // Silence alone is cheap: a server that never answers has all of it.
  [[nodiscard]] double lost_share() const { return static_cast<double>(lost) / std::max(mean().queries, 1); }
  [[nodiscard]] double silence() const { return static_cast<double>(silent) / std::max(unanswerable, 1); }
};

void ask(const Server& server, const JudgedQuery& query, Reached& reached) {
  const auto reply = server.search({{"q", query.query}, {"per_page", "10"}, {"fields", "text"}});
  ASSERT_TRUE(reply.is_object()) << query.id << ": no answer";
  if (query.gold.empty()) {
    ++reached.unanswerable;
    if (reply.value("answer", nlohmann::json()).is_null()) ++reached.silent;
    return;
  }
  if (reply.value("answer", nlohmann::json()).is_null()) ++reached.lost;
  reached.by_form[query.form].add(judge(query, reply.value("results", nlohmann::json::array())));
}

// Asks the queries of our own, or all the others, and prints the table.
Reached ask_all(bool own) {
  Reached reached;
  for (const auto& file : std::filesystem::directory_iterator("tests/data/queries")) {
    if ((file.path().filename() == kOwn) != own) continue;
    for (const JudgedQuery& query : read_judged_queries(file.path().string())) {
      ask(corpus_server(), query, reached);
    }
  }
  std::cout << (own ? "queries of our own\n" : "queries of users\n") << table(reached.by_form)
            << "unanswerable: " << reached.silent << " of " << reached.unanswerable
            << " without a card; answerable without one: " << reached.lost << "\n\n";
  return reached;
}

struct Floors {
  int queries;
  double success, reciprocal, gain;
  int unanswerable;
  double silence;
  double most_lost;
};

void expect_at_least(const Reached& reached, const Floors& floors) {
  const Measures mean = reached.mean();
  EXPECT_GE(mean.queries, floors.queries);
  EXPECT_GE(mean.success, floors.success);
  EXPECT_GE(mean.reciprocal, floors.reciprocal);
  EXPECT_GE(mean.gain, floors.gain);
  EXPECT_GE(reached.unanswerable, floors.unanswerable);
  EXPECT_GE(reached.silence(), floors.silence);
  EXPECT_LE(reached.lost_share(), floors.most_lost);
}

TEST(Quality, QueriesOfOurOwn) { expect_at_least(ask_all(true), {490, 0.90, 0.93, 0.91, 213, 0.85, 0.08}); }

TEST(Quality, QueriesOfUsers) { expect_at_least(ask_all(false), {101, 0.92, 0.94, 0.85, 21, 0.90, 0.05}); }

}  // namespace
}  // namespace giaidap::e2e
