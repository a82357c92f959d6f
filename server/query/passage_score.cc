#include "server/query/passage_score.h"

#include <algorithm>

namespace giaidap {
namespace {

constexpr double kSaturation = 1.2;         // BM25's k1 for a sentence
constexpr double kLengthShare = 0.75;       // BM25's b
constexpr double kUsualSentenceWords = 30;  // syllables of an average sentence of a dispatch

using schema::Channel;

// One key for all four channels.
std::string key(Channel channel, std::string_view first, std::string_view second) {
  std::string text(1, static_cast<char>('0' + static_cast<int>(channel)));
  text.append(first);
  if (!second.empty()) text.append(1, '_').append(second);
  return text;
}

}  // namespace

AnalysedText analyse(std::string_view text) {
  AnalysedText analysed;
  analysed.sentences = sentences(text);
  for (const ByteRange& range : analysed.sentences) {
    std::vector<Token> words = tokenize(text.substr(range.byte_begin, range.byte_end - range.byte_begin));
    for (Token& word : words) {
      word.byte_begin += range.byte_begin;
      word.byte_end += range.byte_begin;
    }
    analysed.words.push_back(std::move(words));
  }
  return analysed;
}

PassageScorer::PassageScorer(const Plan& plan) : plan_(plan) {
  for (std::size_t c = 0; c < plan.concepts.size(); ++c) {
    const Concept& wanted = plan.concepts[c];
    for (std::size_t a = 0; a < wanted.alternatives.size(); ++a) {
      for (const Feature& feature : wanted.alternatives[a].features) {
        const double weight = feature.factor * feature.information;
        uses_[key(feature.channel, feature.first, feature.second)].push_back({c, a, weight, wanted.marked});
      }
    }
  }
}

void PassageScorer::meet(Met& met, const std::vector<Token>& words) const {
  const auto note = [&](const std::string& feature) {
    const auto found = uses_.find(feature);
    if (found != uses_.end()) ++met[&found->second];
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    note(key(Channel::Folded, words[i].folded, ""));
    note(key(Channel::Toned, words[i].toned, ""));
    if (i == 0 || !words[i].joins_previous) continue;
    note(key(Channel::FoldedPair, words[i - 1].folded, words[i].folded));
    note(key(Channel::TonedPair, words[i - 1].toned, words[i].toned));
  }
}

template <typename Gain>
std::vector<double> PassageScorer::concept_scores(const Met& met, Gain gain) const {
  std::vector<std::vector<double>> by_alternative(plan_.concepts.size());
  for (std::size_t c = 0; c < plan_.concepts.size(); ++c) {
    by_alternative[c].resize(plan_.concepts[c].alternatives.size());
  }
  for (const auto& [uses, times] : met) {
    for (const Use& use : *uses) by_alternative[use.wanted][use.alternative] += use.weight * gain(times);
  }
  std::vector<double> scores;
  scores.reserve(by_alternative.size());
  for (const auto& alternatives : by_alternative) {
    scores.push_back(alternatives.empty() ? 0 : *std::max_element(alternatives.begin(), alternatives.end()));
  }
  return scores;
}

double PassageScorer::score(const std::vector<Token>& words) const {
  Met met;
  meet(met, words);
  const double length = static_cast<double>(words.size()) / kUsualSentenceWords;
  const double norm = kSaturation * (1 - kLengthShare + kLengthShare * length);
  const auto scores =
      concept_scores(met, [&](double times) { return (kSaturation + 1) * times / (times + norm); });
  double sum = 0;
  for (const double score : scores) sum += score;
  return sum;
}

double PassageScorer::best_score(const AnalysedText& text) const {
  double best = 0;
  for (const auto& words : text.words) best = std::max(best, score(words));
  return best;
}

Coverage PassageScorer::coverage(const std::vector<Token>& words) const {
  Met met;
  meet(met, words);
  const std::vector<double> scores = concept_scores(met, [](double) { return 1.0; });
  double of_words = 0;
  double of_pairs = 0;
  for (std::size_t c = 0; c < scores.size(); ++c) {
    (plan_.concepts[c].pair ? of_pairs : of_words) += std::min(scores[c], plan_.concepts[c].weight);
  }
  const double all_words = plan_.word_weight + plan_.unknown_weight;
  return {all_words > 0 ? of_words / all_words : 0, plan_.pair_weight > 0 ? of_pairs / plan_.pair_weight : 0};
}

bool PassageScorer::asks_for(const Token& word) const {
  const auto marks = [&](Channel channel, const std::string& text) {
    const auto found = uses_.find(key(channel, text, ""));
    return found != uses_.end() &&
           std::any_of(found->second.begin(), found->second.end(), [](const Use& use) { return use.marked; });
  };
  return marks(Channel::Folded, word.folded) || marks(Channel::Toned, word.toned);
}

}  // namespace giaidap
