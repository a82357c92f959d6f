#include "server/query/ranking_features.h"

#include <algorithm>
#include <cmath>

#include "server/query/held.h"

namespace giaidap {
namespace {

// As fit_ranking printed them.
constexpr std::array<double, kRankingFeatureNames.size()> kWeights = {1.42, 0.52, -0.13, 0.42, 0.71,
                                                                      0.52, 0.59, 0.45,  0.42};

constexpr double kUsualWords = 75;  // of an entry

double logarithm_of_length(const CodedText& text) {
  return std::log(static_cast<double>(text.words.size() + 1) / kUsualWords);
}

}  // namespace

AskedFor asked_by(const Interpretation& told) { return {told.asks, told.counted, !told.numbers.empty()}; }

RankingFeatures ranking_features(const CodedEntry& entry, const TextMatch& match, const AskedFor& asked,
                                 const SentenceText& sentence_text) {
  const auto asks = [&](Intent intent) { return asked.kinds.contains(intent); };
  const auto flag = [](bool value) { return value ? 1.0 : 0.0; };
  const bool answered = entry.kind == EntryKind::Qa;
  RankingFeatures features = {match.most_words, match.most_pairs, logarithm_of_length(entry.text)};
  features[6] = flag(asks(Intent::Petition) && entry.kind == EntryKind::Petition);
  features[7] = flag(asks(Intent::Reply) && answered);
  features[8] = flag(asked.numbers && answered);
  const bool looks_into = asks(Intent::Quantity) || asks(Intent::Date) || !asked.counted.empty();
  if (!looks_into || entry.text.size() == 0) return features;
  const std::string sentence = sentence_text(match.best_sentence);
  features[3] = flag(asks(Intent::Quantity) && holds_figure(sentence));
  features[4] = flag(!asked.counted.empty() && holds_count(sentence, asked.counted));
  features[5] = flag(asks(Intent::Date) && holds_date(sentence));
  return features;
}

RankingFeatures ranking_features(const Entry& entry, const AnalysedText& text, const PassageScorer& scorer,
                                 const AskedFor& asked) {
  const CodedEntry short_form{entry.kind, !entry.title.empty(), coded(text), {}, {}};
  return ranking_features(short_form, scorer.match(short_form.text, {}), asked, [&](std::size_t i) {
    const ByteRange range = text.sentences[i];
    return entry.text.substr(range.byte_begin, range.byte_end - range.byte_begin);
  });
}

double ranking_factor(const RankingFeatures& features) {
  double sum = 0;
  for (std::size_t i = 0; i < features.size(); ++i) sum += kWeights[i] * features[i];
  return std::exp(sum);
}

}  // namespace giaidap
