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

  [[nodiscard]] Measures mean() const {
    Measures all;
    for (const auto& [form, sums] : by_form) all.add(sums);
    return all.mean();
  }
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
            << "unanswerable: " << reached.silent << " of " << reached.unanswerable << " without a card\n\n";
  return reached;
}

TEST(Quality, QueriesOfOurOwn) {
  const Reached reached = ask_all(true);
  const Measures mean = reached.mean();
  EXPECT_GE(mean.queries, 139);
  EXPECT_GE(mean.success, 0.88);
  EXPECT_GE(mean.reciprocal, 0.92);
  EXPECT_GE(mean.gain, 0.88);
  EXPECT_GE(reached.unanswerable, 15);
  EXPECT_GE(reached.silence(), 0.90);
}

TEST(Quality, QueriesOfUsers) {
  const Reached reached = ask_all(false);
  const Measures mean = reached.mean();
  EXPECT_GE(mean.queries, 101);
  EXPECT_GE(mean.success, 0.88);
  EXPECT_GE(mean.reciprocal, 0.92);
  EXPECT_GE(mean.gain, 0.83);
  EXPECT_GE(reached.unanswerable, 21);
  EXPECT_GE(reached.silence(), 0.75);
}

}  // namespace
}  // namespace giaidap::e2e
