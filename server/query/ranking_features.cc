#include "server/query/ranking_features.h"

#include <algorithm>
#include <cmath>

#include "server/query/held.h"

namespace giaidap {
namespace {

// As fit_ranking printed them.
constexpr std::array<double, kRankingFeatureNames.size()> kWeights = {1.20, 0.41, -0.10, 0.42, 0.68,
                                                                      0.38, 0.62, 0.45,  0.41};

constexpr double kUsualWords = 75;  // of an entry

// The sentence that scores most; 0 of a text without any.
std::size_t best_sentence(const AnalysedText& text, const PassageScorer& scorer) {
  std::size_t best = 0;
  double most = -1;
  for (std::size_t i = 0; i < text.words.size(); ++i) {
    const double score = scorer.score(text.words[i]);
    if (score <= most) continue;
    best = i;
    most = score;
  }
  return best;
}

Coverage most_in_a_sentence(const AnalysedText& text, const PassageScorer& scorer) {
  Coverage most;
  for (const auto& words : text.words) {
    const Coverage of_this = scorer.coverage(words);
    most.words = std::max(most.words, of_this.words);
    most.pairs = std::max(most.pairs, of_this.pairs);
  }
  return most;
}

double logarithm_of_length(const AnalysedText& text) {
  std::size_t words = 1;
  for (const auto& sentence : text.words) words += sentence.size();
  return std::log(static_cast<double>(words) / kUsualWords);
}

}  // namespace

Asked asked_by(const UnderstoodQuery& query) { return {query.asks, query.counted, !query.numbers.empty()}; }

Asked asked_by(const Interpretation& told) { return {told.asks, told.counted, !told.numbers.empty()}; }

RankingFeatures ranking_features(const Entry& entry, const AnalysedText& text, const PassageScorer& scorer,
                                 const Asked& asked) {
  const Coverage most = most_in_a_sentence(text, scorer);
  const auto asks = [&](Intent intent) { return asked.kinds.contains(intent); };
  const auto flag = [](bool value) { return value ? 1.0 : 0.0; };
  const bool answered = entry.kind == EntryKind::Qa;
  RankingFeatures features = {most.words, most.pairs, logarithm_of_length(text)};
  features[6] = flag(asks(Intent::Petition) && entry.kind == EntryKind::Petition);
  features[7] = flag(asks(Intent::Reply) && answered);
  features[8] = flag(asked.numbers && answered);
  const bool looks_into = asks(Intent::Quantity) || asks(Intent::Date) || !asked.counted.empty();
  if (!looks_into || text.sentences.empty()) return features;
  const std::size_t best = best_sentence(text, scorer);
  const ByteRange range = text.sentences[best];
  const std::string_view sentence =
      std::string_view(entry.text).substr(range.byte_begin, range.byte_end - range.byte_begin);
  features[3] = flag(asks(Intent::Quantity) && holds_figure(sentence));
  features[4] = flag(!asked.counted.empty() && holds_count(sentence, asked.counted));
  features[5] = flag(asks(Intent::Date) && holds_date(sentence));
  return features;
}

double ranking_factor(const RankingFeatures& features) {
  double sum = 0;
  for (std::size_t i = 0; i < features.size(); ++i) sum += kWeights[i] * features[i];
  return std::exp(sum);
}

}  // namespace giaidap
