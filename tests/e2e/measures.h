// How good a search answer is, measured against judged queries.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace giaidap::e2e {

// One entry that a query should find: by name, or for prose by words that stand in it.
struct Gold {
  std::string entry;        // empty for prose
  nlohmann::json dispatch;  // its number; null: any
  std::string contains;     // of prose
  int grade = 3;            // 3: answers, 2: answers in part, 1: touches it
};

struct JudgedQuery {
  std::string id, query, form;  // form: how it is typed ("plain", "no_diacritics", "english", ...)
  std::vector<Gold> gold;       // empty: nothing in the corpus answers
};

// Lines of {"id", "query", "form", "gold": [{"entry" or "dispatch" and "contains", "grade"}]}. Throws for
// anything else.
std::vector<JudgedQuery> read_judged_queries(const std::string& path);

// 0 where the result is no gold; results longer than a page of text are no places and never count.
int grade_of(const nlohmann::json& result, const std::vector<Gold>& gold);

struct Measures {
  int queries = 0;
  double success = 0;     // S@1: the first result has grade 2 or 3
  double reciprocal = 0;  // MRR: 1 / rank of the first of grade 2 or 3 within ten
  double gain = 0;        // nDCG at ten with the gains 2^grade - 1

  void add(const Measures& other);
  [[nodiscard]] Measures mean() const;
};

// Of one answerable query with the results of its first page.
Measures judge(const JudgedQuery& query, const nlohmann::json& results);

// A line for each form and for all: name, number of queries, the three means.
std::string table(const std::map<std::string, Measures>& by_form);

}  // namespace giaidap::e2e
