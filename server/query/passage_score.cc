#include "server/query/passage_score.h"

#include <algorithm>

#include "indexer/text/normalize.h"

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

// A folded word whose alternative does not ask for it with tones as well.
bool is_loose(const Feature& feature, const Alternative& alternative) {
  return feature.channel == Channel::Folded &&
         std::none_of(alternative.features.begin(), alternative.features.end(), [&](const Feature& other) {
           return other.channel == Channel::Toned && fold(other.first) == feature.first;
         });
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
        uses_[key(feature.channel, feature.first, feature.second)].push_back(
            {c, a, weight, wanted.marked, is_loose(feature, wanted.alternatives[a])});
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
  double missing = 0;
  for (std::size_t c = 0; c < scores.size(); ++c) {
    const Concept& wanted = plan_.concepts[c];
    const double met_weight = std::min(scores[c], wanted.weight);
    (wanted.pair ? of_pairs : of_words) += met_weight;
    if (!wanted.pair) missing = std::max(missing, wanted.weight - met_weight);
  }
  const double all_words = plan_.word_weight + plan_.unknown_weight;
  return {all_words > 0 ? of_words / all_words : 0, plan_.pair_weight > 0 ? of_pairs / plan_.pair_weight : 0,
          all_words > 0 ? missing / all_words : 0};
}

const std::vector<PassageScorer::Use>& PassageScorer::uses(Channel channel, std::string_view first,
                                                           std::string_view second) const {
  static const std::vector<Use> kNone;
  const auto found = uses_.find(key(channel, first, second));
  return found == uses_.end() ? kNone : found->second;
}

bool PassageScorer::asks_for(const std::vector<Token>& words, std::size_t i) const {
  const auto marked = [](const Use& use) { return use.marked; };
  const auto loose = [](const Use& use) { return use.marked && use.loose; };
  const auto& exact = uses(Channel::Toned, words[i].toned);
  if (std::any_of(exact.begin(), exact.end(), marked)) return true;
  const auto& folded = uses(Channel::Folded, words[i].folded);
  if (std::any_of(folded.begin(), folded.end(), loose)) return true;
  if (std::none_of(folded.begin(), folded.end(), marked)) return false;
  const auto paired = [&](std::size_t first, std::size_t second) {
    return words[second].joins_previous &&
           !uses(Channel::FoldedPair, words[first].folded, words[second].folded).empty();
  };
  return (i > 0 && paired(i - 1, i)) || (i + 1 < words.size() && paired(i, i + 1));
}

}  // namespace giaidap
