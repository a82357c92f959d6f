#include "server/query/passage_score.h"

#include <algorithm>

#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr double kSaturation = 1.2;         // BM25's k1 for a sentence
constexpr double kLengthShare = 0.75;       // BM25's b
constexpr double kUsualSentenceWords = 30;  // syllables of an average sentence of a dispatch

using schema::Channel;

// Words have small numbers: 31 bits each, and the channel, make one key.
std::uint64_t key(Channel channel, std::uint32_t first, std::uint32_t second) {
  return static_cast<std::uint64_t>(channel) << 62U | static_cast<std::uint64_t>(first) << 31U | second;
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
  std::size_t number = 0;
  for (const Concept& wanted : plan.concepts) {
    first_alternative_.push_back(number);
    for (const Alternative& alternative : wanted.alternatives) {
      for (const Feature& feature : alternative.features) {
        add(feature, {number, feature.factor * feature.information}, wanted.marked,
            is_loose(feature, alternative));
      }
      ++number;
    }
  }
  first_alternative_.push_back(number);
}

void PassageScorer::add(const Feature& feature, Use use, bool marked, bool loose) {
  const auto id = [&](const std::string& word) { return word.empty() ? 0 : words_.add(word); };
  id(fold(feature.first));  // texts are looked up without tones first
  id(fold(feature.second));
  const auto [place, fresh] =
      places_.try_emplace(key(feature.channel, id(feature.first), id(feature.second)), features_.size());
  if (fresh) features_.emplace_back();
  Known& known = features_[place->second];
  known.uses.push_back(use);
  known.marked = known.marked || marked;
  known.loose = known.loose || (marked && loose);
}

const PassageScorer::Known* PassageScorer::known(Channel channel, WordId first, WordId second) const {
  const auto found = places_.find(key(channel, first, second));
  return found == places_.end() ? nullptr : &features_[found->second];
}

PassageScorer::WordId PassageScorer::toned_id(const Token& word, WordId folded) const {
  return folded == 0 ? 0 : words_.find(word.toned);
}

bool PassageScorer::meet(Times& times, const std::vector<Token>& words) const {
  bool met = false;
  const auto note = [&](Channel channel, WordId first, WordId second) {
    const auto found = places_.find(key(channel, first, second));
    if (found == places_.end()) return;
    ++times[found->second];
    met = true;
  };
  WordId folded_before = 0;
  WordId toned_before = 0;
  for (const Token& word : words) {
    const WordId folded = words_.find(word.folded);
    const WordId toned = toned_id(word, folded);
    if (folded != 0) note(Channel::Folded, folded, 0);
    if (toned != 0) note(Channel::Toned, toned, 0);
    if (word.joins_previous && folded != 0 && folded_before != 0) {
      note(Channel::FoldedPair, folded_before, folded);
      if (toned != 0 && toned_before != 0) note(Channel::TonedPair, toned_before, toned);
    }
    folded_before = folded;
    toned_before = toned;
  }
  return met;
}

// By concept, the best of its alternatives.
template <typename Gain>
std::vector<double> PassageScorer::concept_scores(const Times& times, Gain gain) const {
  std::vector<double> by_alternative(first_alternative_.back());
  for (std::size_t f = 0; f < times.size(); ++f) {
    if (times[f] == 0) continue;
    const double share = gain(static_cast<double>(times[f]));
    for (const Use& use : features_[f].uses) by_alternative[use.alternative] += use.weight * share;
  }
  std::vector<double> scores(plan_.concepts.size());
  for (std::size_t c = 0; c < scores.size(); ++c) {
    for (std::size_t a = first_alternative_[c]; a < first_alternative_[c + 1]; ++a)
      scores[c] = std::max(scores[c], by_alternative[a]);
  }
  return scores;
}

double PassageScorer::score(const std::vector<Token>& words) const {
  Times times(features_.size());
  if (!meet(times, words)) return 0;
  const double length = static_cast<double>(words.size()) / kUsualSentenceWords;
  const double norm = kSaturation * (1 - kLengthShare + kLengthShare * length);
  const auto scores =
      concept_scores(times, [&](double met) { return (kSaturation + 1) * met / (met + norm); });
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
  Times times(features_.size());
  meet(times, words);
  return coverage(times);
}

Coverage PassageScorer::coverage(const AnalysedText& text, const std::vector<Token>& around) const {
  Times times(features_.size());
  for (const auto& words : text.words) meet(times, words);
  meet(times, around);
  return coverage(times);
}

Coverage PassageScorer::coverage(const Times& times) const {
  const std::vector<double> scores = concept_scores(times, [](double) { return 1.0; });
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

bool PassageScorer::asks_for(const std::vector<Token>& words, std::size_t i) const {
  const WordId folded = words_.find(words[i].folded);
  if (folded == 0) return false;
  const Known* const exact = known(Channel::Toned, toned_id(words[i], folded));
  if (exact != nullptr && exact->marked) return true;
  const Known* const any = known(Channel::Folded, folded);
  if (any == nullptr || !any->marked) return false;
  if (any->loose) return true;
  const auto paired = [&](std::size_t first, std::size_t second) {
    const WordId before = words_.find(words[first].folded);
    const WordId after = words_.find(words[second].folded);
    return words[second].joins_previous && before != 0 && after != 0 &&
           known(Channel::FoldedPair, before, after) != nullptr;
  };
  return (i > 0 && paired(i - 1, i)) || (i + 1 < words.size() && paired(i, i + 1));
}

}  // namespace giaidap
