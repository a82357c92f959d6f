// Fits the confidence of the answer card (server/answer/evidence.h) to judged queries and prints what it
// reaches. By hand, whenever ranking or evidence changed:
//
//     build/release/giaidap-index --db /tmp/db corpus/dispatches
//     build/release/calibrate /tmp/db tests/data/queries/*.jsonl
//
// Each query is asked; its case is positive where the first hit has grade 2 or 3, negative where nothing in
// the corpus answers it or the first hit does not. Logistic regression on the evidence (gradient descent, a
// small ridge) gives the weights; the table shows for each threshold how many unanswerable queries stay
// silent and how many answerable ones lose their card, each query judged by weights fitted without its tenth
// of the cases. The threshold is the lowest at which 0.9 of the unanswerable ones are silent.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <span>
#include <string>
#include <vector>

#include "server/answer/evidence.h"
#include "server/query/index.h"
#include "tests/e2e/measures.h"

namespace giaidap {
namespace {

constexpr int kFolds = 10;
constexpr int kSteps = 20000;
constexpr double kStep = 0.3;
constexpr double kRidge = 0.002;

using Weights = std::array<double, kEvidenceNames.size() + 1>;

struct Case {
  std::string id;
  Evidence evidence{};
  bool found = false;       // there was a hit to judge
  bool positive = false;    // the first hit answers
  bool answerable = false;  // something does
};

double log_odds(const Weights& weights, const Evidence& evidence) {
  double sum = weights.back();
  for (std::size_t i = 0; i < evidence.size(); ++i) sum += weights[i] * evidence[i];
  return sum;
}

// Over the cases whose place is not in the fold left out (-1: none).
Weights fit(const std::vector<Case>& cases, int left_out) {
  Weights weights{};
  for (int step = 0; step < kSteps; ++step) {
    Weights gradient{};
    double count = 0;
    for (std::size_t c = 0; c < cases.size(); ++c) {
      if (!cases[c].found || static_cast<int>(c % kFolds) == left_out) continue;
      const double error =
          1 / (1 + std::exp(-log_odds(weights, cases[c].evidence))) - (cases[c].positive ? 1 : 0);
      for (std::size_t i = 0; i < kEvidenceNames.size(); ++i) gradient[i] += error * cases[c].evidence[i];
      gradient.back() += error;
      ++count;
    }
    for (std::size_t i = 0; i < weights.size(); ++i)
      weights[i] -= kStep * (gradient[i] / count + (i + 1 < weights.size() ? kRidge * weights[i] : 0));
  }
  return weights;
}

Case judged(Searcher& searcher, const e2e::JudgedQuery& query) {
  Case made;
  made.id = query.id;
  made.answerable = !query.gold.empty();
  SearchRequest request;
  request.q = query.query;
  const Result<SearchResponse> response = searcher.search(request);
  made.found = response.ok() && !response.value().hits.empty() && response.value().plan != nullptr;
  if (!made.found) return made;
  made.evidence = evidence_of(response.value());
  const SearchHit& first = response.value().hits.front();
  const nlohmann::json result = {{"entry", first.entry.name},
                                 {"dispatch", {{"number", first.dispatch.number.value_or("")}}},
                                 {"question", first.entry.question.value_or("")},
                                 {"text", first.entry.text}};
  made.positive = e2e::grade_of(result, query.gold) >= 2;
  return made;
}

void print_thresholds(const std::vector<Case>& cases, const std::vector<double>& odds) {
  std::printf("%10s %8s %8s %8s\n", "threshold", "null", "lost", "wrong");
  for (double threshold = -2; threshold <= 3; threshold += 0.25) {
    double silent = 0, lost = 0, wrong = 0, unanswerable = 0, answerable = 0;
    for (std::size_t c = 0; c < cases.size(); ++c) {
      const bool card = cases[c].found && odds[c] >= threshold;
      (cases[c].answerable ? answerable : unanswerable) += 1;
      if (!cases[c].answerable) silent += card ? 0 : 1;
      if (cases[c].answerable) lost += card ? 0 : 1;
      if (cases[c].answerable && card && !cases[c].positive) wrong += 1;
    }
    std::printf("%10.2f %8.3f %8.3f %8.3f\n", threshold, silent / std::max(unanswerable, 1.0),
                lost / std::max(answerable, 1.0), wrong / std::max(answerable, 1.0));
  }
}

int run(std::span<char*> arguments) {
  if (arguments.size() < 3) {
    std::fputs("usage: calibrate DB QUERIES.jsonl...\n", stderr);
    return 2;
  }
  const auto handle = open_index(arguments[1], "corpus/vocabulary");
  if (!handle.ok()) {
    std::fprintf(stderr, "%s\n", handle.error().message.c_str());
    return 2;
  }
  Searcher searcher(handle.value());
  std::vector<Case> cases;
  for (char* path : arguments.subspan(2)) {
    for (const auto& query : e2e::read_judged_queries(path)) cases.push_back(judged(searcher, query));
  }
  std::vector<double> odds(cases.size());
  for (int fold = 0; fold < kFolds; ++fold) {
    const Weights weights = fit(cases, fold);
    for (std::size_t c = 0; c < cases.size(); ++c)
      if (static_cast<int>(c % kFolds) == fold) odds[c] = log_odds(weights, cases[c].evidence);
  }
  print_thresholds(cases, odds);
  const Weights weights = fit(cases, -1);
  for (std::size_t i = 0; i < kEvidenceNames.size(); ++i)
    std::printf("%-16s %8.3f\n", std::string(kEvidenceNames[i]).c_str(), weights[i]);
  std::printf("%-16s %8.3f\n", "bias", weights.back());
  return 0;
}

}  // namespace
}  // namespace giaidap

int main(int count, char** arguments) { return giaidap::run({arguments, static_cast<std::size_t>(count)}); }
