// The quality gate: judged queries against the running server, with floors a little below what is reached.
// Prints the table; tests/data/queries holds the queries.
#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>
#include <map>
#include <string>

#include "tests/e2e/corpus.h"
#include "tests/e2e/measures.h"

namespace giaidap::e2e {
namespace {

constexpr const char* kEnglish = "english";

std::map<std::string, Measures> measure(const Server& server) {
  std::map<std::string, Measures> by_form;
  for (const auto& file : std::filesystem::directory_iterator("tests/data/queries")) {
    for (const JudgedQuery& query : read_judged_queries(file.path().string())) {
      if (query.gold.empty()) continue;  // nothing to find
      const auto reply = server.search({{"q", query.query}, {"per_page", "10"}, {"fields", "text"}});
      if (!reply.is_object()) ADD_FAILURE() << query.id << ": no answer";
      by_form[query.form].add(judge(query, reply.value("results", nlohmann::json::array())));
    }
  }
  return by_form;
}

TEST(Quality, JudgedQueries) {
  const std::map<std::string, Measures> by_form = measure(corpus_server());
  std::cout << table(by_form);
  Measures vietnamese;
  for (const auto& [form, sums] : by_form) {
    if (form != kEnglish) vietnamese.add(sums);
  }
  ASSERT_GT(vietnamese.queries, 80);
  EXPECT_GE(vietnamese.mean().success, 0.65);
}

}  // namespace
}  // namespace giaidap::e2e
