#include "server/answer/evidence.h"

#include <algorithm>
#include <cmath>

#include "server/query/passage_score.h"
#include "server/query/plan.h"
#include "server/query/rerank.h"

namespace giaidap {
namespace {

constexpr double kMostLead = 0.5;  // a lead beyond says no more: the only hit may still be a poor one

// As tests/calibration printed them; the last one is the bias.
constexpr std::array<double, kEvidenceNames.size() + 1> kWeights = {1.45, 1.24, 0.07, -0.47,
                                                                    1.76, 2.25, -4.63};

}  // namespace

Evidence evidence_of(const SearchResponse& response) {
  const SearchHit& first = response.hits.front();
  const PassageScorer scorer(*response.plan);
  const AnalysedText text = analyse(first.entry.text);
  double sentence = 0;
  for (const auto& words : text.words) sentence = std::max(sentence, scorer.coverage(words).words);
  const Coverage whole = scorer.coverage(all_words(first.entry, text));
  const double score = std::max(first.score, 1e-3);
  const double next = response.hits.size() > 1 ? response.hits[1].score : 0;
  const double rarest = std::max(response.plan->rarest_information, 1.0);
  return {sentence,
          whole.words,
          whole.pairs,
          whole.missing_word,
          std::log(score / rarest),
          std::min(1 - next / score, kMostLead)};
}

double confidence_of(const Evidence& evidence) {
  double sum = kWeights.back();
  for (std::size_t i = 0; i < evidence.size(); ++i) sum += kWeights[i] * evidence[i];
  return sum;
}

}  // namespace giaidap
