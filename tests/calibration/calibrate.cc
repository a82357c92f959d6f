// Fits the confidence of the answer card (server/answer/evidence.h) to judged queries and prints what it
// reaches. By hand, whenever ranking or evidence changed:
//
//     build/release/giaidap-index --db /tmp/db corpus/dispatches
//     build/release/calibrate /tmp/db tests/data/queries/*.jsonl
//
// Each query is asked; its case is positive where the corpus answers it, negative where it does not. A wrong
// first hit of a query that the corpus answers is neither: it counts half. Logistic regression on the
// evidence gives the weights; the table shows for each threshold how many unanswerable queries stay silent,
// how many answerable ones lose their card, and how many cards are wrong, each query judged by weights fitted
// without its tenth of the cases. The threshold is the lowest one at which 0.85 of the unanswerable ones
// stay silent.
#include <algorithm>
#include <cstdio>
#include <span>
#include <string>
#include <vector>

#include "server/answer/evidence.h"
#include "server/query/plan.h"
#include "tests/calibration/judged.h"
#include "tests/calibration/logistic.h"

namespace giaidap::calibration {
namespace {

constexpr double kRidge = 0.003;
constexpr double kWeightOfWrong = 0.5;
constexpr double kNever = -1e9;

struct Case {
  bool found = false;       // there was a hit to judge
  bool positive = false;    // the first hit answers
  bool answerable = false;  // something does
  bool near_miss = false;   // by the evidence
};

void print_thresholds(const std::vector<Case>& cases, const std::vector<double>& odds) {
  std::printf("%10s %8s %8s %8s\n", "threshold", "null", "lost", "wrong");
  for (double threshold = -1; threshold <= 2; threshold += 0.1) {
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
  std::vector<Case> cases;
  std::vector<Example> examples;
  const bool asked =
      ask_all(arguments, 10, [&](const e2e::JudgedQuery& query, const SearchResponse& response) {
        Case made{!response.hits.empty() && response.plan != nullptr && !response.plan->concepts.empty(),
                  false, !query.gold.empty(), false};
        if (made.found) {
          const Evidence evidence = evidence_of(response);
          made.near_miss = is_near_miss(evidence);
          made.positive = grade_of_hit(response.hits.front(), query) >= 2;
          examples.push_back({{evidence.begin(), evidence.end()},
                              made.answerable ? 1.0 : 0.0,
                              made.answerable && !made.positive ? kWeightOfWrong : 1.0,
                              cases.size()});
        }
        cases.push_back(made);
      });
  if (!asked) return 2;
  std::vector<double> odds(cases.size());
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    const std::vector<double> weights = fit(examples, fold, kRidge);
    for (const Example& example : examples)
      if (example.group % kFolds == fold)
        odds[example.group] = cases[example.group].near_miss ? kNever : log_odds(weights, example.features);
  }
  print_thresholds(cases, odds);
  const std::vector<double> weights = fit(examples, kNone, kRidge);
  for (std::size_t i = 0; i < kEvidenceNames.size(); ++i)
    std::printf("%-16s %8.2f\n", std::string(kEvidenceNames[i]).c_str(), weights[i]);
  std::printf("%-16s %8.2f\n", "bias", weights.back());
  return 0;
}

}  // namespace
}  // namespace giaidap::calibration

int main(int count, char** arguments) {
  return giaidap::calibration::run({arguments, static_cast<std::size_t>(count)});
}
