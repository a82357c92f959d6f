// Fits the weights of the second stage's features (server/query/ranking_features.h) to judged queries and
// prints them, with what they reach. By hand, whenever the features or the first stage changed, and before
// calibrate:
//
//     build/release/fit_ranking /tmp/db tests/data/queries/*.jsonl
//
// Of each query all pairs of its first hits are taken of which one answers and the other answers less;
// logistic regression on the differences of their features and of the logarithms of their scores without them
// tells which is better. The weights are those in units of the score's. S@1 and MRR are those of ten-fold
// cross-validation.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <span>
#include <string>
#include <vector>

#include "server/query/borne_names.h"
#include "server/query/ranking_features.h"
#include "tests/calibration/judged.h"
#include "tests/calibration/logistic.h"

namespace giaidap::calibration {
namespace {

constexpr double kRidge = 0.002;
constexpr int kHits = 20;

struct Hit {
  std::vector<double> features;  // the last is the logarithm of the score
  int grade = 0;
};
using Hits = std::vector<Hit>;

Hits hits_of(const e2e::JudgedQuery& query, const SearchResponse& response) {
  Hits hits;
  if (response.plan == nullptr || response.plan->concepts.empty()) return hits;
  const PassageScorer scorer(*response.plan);
  const AskedFor asked = asked_by(response.interpreted);
  for (const SearchHit& hit : response.hits) {
    const AnalysedText text =
        with_names(analyse(hit.entry.text),
                   borne_names(hit.entry.petitioners, hit.entry.dispatch_id, response.interpreted));
    const RankingFeatures features = ranking_features(hit.entry, text, scorer, asked);
    Hit made{{features.begin(), features.end()}, grade_of_hit(hit, query)};
    made.features.push_back(std::log(std::max(hit.score / ranking_factor(features), 1e-6)));
    hits.push_back(std::move(made));
  }
  return hits;
}

std::vector<double> difference(const Hit& better, const Hit& worse) {
  std::vector<double> result;
  for (std::size_t i = 0; i < better.features.size(); ++i)
    result.push_back(better.features[i] - worse.features[i]);
  return result;
}

void add_pairs(const Hits& hits, std::size_t group, std::vector<Example>& examples) {
  std::vector<Example> pairs;
  for (const Hit& better : hits) {
    for (const Hit& worse : hits) {
      if (better.grade < 2 || better.grade <= worse.grade) continue;
      std::vector<double> features = difference(better, worse);
      std::vector<double> mirrored;
      for (const double value : features) mirrored.push_back(-value);
      const double gain = better.grade - worse.grade;
      pairs.push_back({std::move(features), 1, gain, group});
      pairs.push_back({std::move(mirrored), 0, gain, group});
    }
  }
  for (Example& pair : pairs) {  // queries count alike
    pair.weight /= static_cast<double>(pairs.size());
    examples.push_back(std::move(pair));
  }
}

// 1 / rank of the first hit that answers by these weights; 0 where none does.
double reciprocal(const Hits& hits, const std::vector<double>& weights) {
  std::vector<std::pair<double, int>> ranked;
  for (const Hit& hit : hits) ranked.emplace_back(-log_odds(weights, hit.features), hit.grade);
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < ranked.size(); ++i)
    if (ranked[i].second >= 2) return 1 / static_cast<double>(i + 1);
  return 0;
}

void print_cross_validation(const std::vector<Hits>& queries, const std::vector<Example>& examples) {
  double first = 0;
  double sum = 0;
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    const std::vector<double> weights = fit(examples, fold, kRidge);
    for (std::size_t q = fold; q < queries.size(); q += kFolds) {
      const double value = reciprocal(queries[q], weights);
      sum += value;
      first += value == 1 ? 1 : 0;
    }
  }
  const auto count = static_cast<double>(queries.size());
  std::printf("%zu queries: S@1 %.3f, MRR %.3f\n", queries.size(), first / count, sum / count);
}

int run(std::span<char*> arguments) {
  std::vector<Hits> queries;
  std::vector<Example> examples;
  const bool asked =
      ask_all(arguments, kHits, [&](const e2e::JudgedQuery& query, const SearchResponse& response) {
        if (query.gold.empty()) return;
        queries.push_back(hits_of(query, response));
        add_pairs(queries.back(), queries.size() - 1, examples);
      });
  if (!asked || examples.empty()) return 2;
  print_cross_validation(queries, examples);
  const std::vector<double> weights = fit(examples, kNone, kRidge);
  const double unit = weights[kRankingFeatureNames.size()];
  for (std::size_t i = 0; i < kRankingFeatureNames.size(); ++i)
    std::printf("%-16s %8.3f\n", std::string(kRankingFeatureNames[i]).c_str(), weights[i] / unit);
  return 0;
}

}  // namespace
}  // namespace giaidap::calibration

int main(int count, char** arguments) {
  return giaidap::calibration::run({arguments, static_cast<std::size_t>(count)});
}
