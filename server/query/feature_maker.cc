#include "server/query/feature_maker.h"

namespace giaidap {
namespace {

using schema::Channel;

// Chosen by measurement on judged queries.
constexpr double kPairFactor = 0.8;  // a pair of neighbours against its words
constexpr double kTonedShare = 0.7;  // of a marked word's score that needs the exact tones

void append(Alternative& to, Alternative from) {
  std::move(from.features.begin(), from.features.end(), std::back_inserter(to.features));
}

}  // namespace

Alternative FeatureMaker::word(const QueryWord& word, double factor) const {
  Alternative alternative;
  const bool exact = word.exact;
  add(alternative, {Channel::Folded, word.folded, "", exact ? factor * (1 - kTonedShare) : factor, 0});
  if (exact) add(alternative, {Channel::Toned, word.toned, "", factor * kTonedShare, 0});
  return alternative;
}

Alternative FeatureMaker::pair(const QueryWord& first, const QueryWord& second, double factor) const {
  Alternative alternative;
  const bool exact = first.exact && second.exact;
  factor *= kPairFactor;
  add(alternative,
      {Channel::FoldedPair, first.folded, second.folded, exact ? factor * (1 - kTonedShare) : factor, 0});
  if (exact) add(alternative, {Channel::TonedPair, first.toned, second.toned, factor * kTonedShare, 0});
  return alternative;
}

Alternative FeatureMaker::phrase(const std::vector<QueryWord>& words) const {
  Alternative all;
  for (std::size_t i = 0; i < words.size(); ++i) {
    append(all, word(words[i], 1));
    if (i > 0 && words[i].joins_previous) append(all, pair(words[i - 1], words[i], 1));
  }
  return all;
}

bool FeatureMaker::known(const QueryWord& word) const {
  return statistics_.frequency({Channel::Folded, word.folded, "", 1, 0}) > 0;
}

void FeatureMaker::add(Alternative& alternative, Feature feature) const {
  feature.information = statistics_.information(feature);
  alternative.features.push_back(std::move(feature));
}

double full_weight(const Alternative& alternative) {
  double sum = 0;
  for (const Feature& feature : alternative.features) sum += feature.factor * feature.information;
  return sum;
}

void scale(Alternative& alternative, double factor) {
  for (Feature& feature : alternative.features) feature.factor *= factor;
}

}  // namespace giaidap
