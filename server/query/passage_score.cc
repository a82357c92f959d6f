#include "server/query/passage_score.h"

#include <algorithm>
#include <utility>

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

bool is_toned(Channel channel) { return channel == Channel::Toned || channel == Channel::TonedPair; }

// A folded word whose alternative does not ask for it with tones as well.
bool is_loose(const Feature& feature, const Alternative& alternative) {
  return feature.channel == Channel::Folded &&
         std::none_of(alternative.features.begin(), alternative.features.end(), [&](const Feature& other) {
           return other.channel == Channel::Toned && fold(other.first) == feature.first;
         });
}

}  // namespace

AnalysedText analyse(std::string_view text) { return analyse(text, sentences(text)); }

AnalysedText analyse(std::string_view text, std::span<const ByteRange> chosen) {
  AnalysedText analysed;
  analysed.sentences.assign(chosen.begin(), chosen.end());
  for (const ByteRange& range : chosen) {
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
  const ToldWord first = add_word(feature.channel, feature.first);
  const ToldWord second = feature.second.empty() ? ToldWord{} : add_word(feature.channel, feature.second);
  const bool toned = is_toned(feature.channel);
  const CodeTable::Id place = places_.add(
      key(feature.channel, toned ? first.toned : first.folded, toned ? second.toned : second.folded));
  if (place > features_.size()) features_.emplace_back();
  Known& known = features_[place - 1];
  known.uses.push_back(use);
  known.marked = known.marked || marked;
  known.loose = known.loose || (marked && loose);
}

// Texts are looked up without tones first.
PassageScorer::ToldWord PassageScorer::add_word(Channel channel, const std::string& word) {
  const std::string folded = fold(word);
  const WordCode code = code_of(word, folded, false);
  return {is_toned(channel) ? toned_words_.add(toned_part(code)) : 0, folded_words_.add(folded_part(code))};
}

PassageScorer::ToldWord PassageScorer::told(WordCode code) const {
  const WordId folded = folded_words_.find(folded_part(code));
  return {folded == 0 ? 0 : toned_words_.find(toned_part(code)), folded};
}

const PassageScorer::Known* PassageScorer::known(Channel channel, WordId first, WordId second) const {
  const CodeTable::Id found = places_.find(key(channel, first, second));
  return found == 0 ? nullptr : &features_[found - 1];
}

PassageScorer::Meeting PassageScorer::meeting() const {
  Meeting fresh;
  fresh.times.resize(features_.size());
  fresh.by_alternative.resize(first_alternative_.back());
  return fresh;
}

void PassageScorer::Meeting::clear() {
  for (const std::size_t feature : met) times[feature] = 0;
  met.clear();
}

void PassageScorer::meet(Meeting& meeting, std::span<const WordCode> words) const {
  const auto note = [&](Channel channel, WordId first, WordId second) {
    const CodeTable::Id found = places_.find(key(channel, first, second));
    if (found != 0 && meeting.times[found - 1]++ == 0) meeting.met.push_back(found - 1);
  };
  ToldWord before;
  for (const WordCode code : words) {
    const ToldWord word = told(code);
    if (word.folded != 0) note(Channel::Folded, word.folded, 0);
    if (word.toned != 0) note(Channel::Toned, word.toned, 0);
    if (joins_previous(code) && word.folded != 0 && before.folded != 0) {
      note(Channel::FoldedPair, before.folded, word.folded);
      if (word.toned != 0 && before.toned != 0) note(Channel::TonedPair, before.toned, word.toned);
    }
    before = word;
  }
}

// Of each concept that was met, its best alternative.
template <typename Gain, typename Visit>
void PassageScorer::each_concept(Meeting& meeting, Gain gain, Visit visit) const {
  std::sort(meeting.met.begin(), meeting.met.end());  // sums do not depend on the order of the words
  for (const std::size_t feature : meeting.met) {
    const double share = gain(static_cast<double>(meeting.times[feature]));
    for (const Use& use : features_[feature].uses)
      meeting.by_alternative[use.alternative] += use.weight * share;
  }
  for (std::size_t c = 0; c < plan_.concepts.size(); ++c) {
    double best = 0;
    for (std::size_t a = first_alternative_[c]; a < first_alternative_[c + 1]; ++a)
      best = std::max(best, std::exchange(meeting.by_alternative[a], 0));
    visit(plan_.concepts[c], best);
  }
}

double PassageScorer::score(Meeting& meeting, std::size_t words) const {
  if (meeting.met.empty()) return 0;
  const double length = static_cast<double>(words) / kUsualSentenceWords;
  const double norm = kSaturation * (1 - kLengthShare + kLengthShare * length);
  double sum = 0;
  each_concept(
      meeting, [&](double met) { return (kSaturation + 1) * met / (met + norm); },
      [&](const Concept&, double best) { sum += best; });
  return sum;
}

Coverage PassageScorer::coverage(Meeting& meeting) const {
  double of_words = 0;
  double of_pairs = 0;
  double missing = 0;
  each_concept(
      meeting, [](double) { return 1.0; },
      [&](const Concept& wanted, double best) {
        const double met_weight = std::min(best, wanted.weight);
        (wanted.pair ? of_pairs : of_words) += met_weight;
        if (!wanted.pair) missing = std::max(missing, wanted.weight - met_weight);
      });
  const double all_words = plan_.word_weight + plan_.unknown_weight;
  return {all_words > 0 ? of_words / all_words : 0, plan_.pair_weight > 0 ? of_pairs / plan_.pair_weight : 0,
          all_words > 0 ? missing / all_words : 0};
}

TextMatch PassageScorer::match(const CodedText& text, std::span<const WordCode> around) const {
  TextMatch match;
  Meeting sentence = meeting();
  Meeting whole = meeting();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::span<const WordCode> words = text.sentence(i);
    meet(sentence, words);
    if (sentence.met.empty()) continue;
    const double of_this = score(sentence, words.size());
    if (of_this > match.best_score) {
      match.best_score = of_this;
      match.best_sentence = i;
    }
    const Coverage held = coverage(sentence);
    match.most_words = std::max(match.most_words, held.words);
    match.most_pairs = std::max(match.most_pairs, held.pairs);
    for (const std::size_t feature : sentence.met) {
      if (whole.times[feature] == 0) whole.met.push_back(feature);
      whole.times[feature] += sentence.times[feature];
    }
    sentence.clear();
  }
  meet(whole, around);
  match.whole = coverage(whole);
  return match;
}

double PassageScorer::score(std::span<const WordCode> words) const {
  Meeting met = meeting();
  meet(met, words);
  return score(met, words.size());
}

Coverage PassageScorer::coverage(std::span<const WordCode> words) const {
  Meeting met = meeting();
  meet(met, words);
  return coverage(met);
}

Coverage PassageScorer::coverage(const CodedText& text, std::span<const WordCode> around) const {
  Meeting met = meeting();
  meet(met, text.words);  // no sentence's first word joins the one before
  meet(met, around);
  return coverage(met);
}

bool PassageScorer::asks_for(const std::vector<Token>& words, std::size_t i) const {
  const auto told_of = [&](const Token& word) { return told(code_of(word.toned, word.folded, false)); };
  const ToldWord word = told_of(words[i]);
  if (word.folded == 0) return false;
  const Known* const exact = known(Channel::Toned, word.toned);
  if (exact != nullptr && exact->marked) return true;
  const Known* const any = known(Channel::Folded, word.folded);
  if (any == nullptr || !any->marked) return false;
  if (any->loose) return true;
  const auto paired = [&](std::size_t first, std::size_t second) {
    const WordId before = told_of(words[first]).folded;
    const WordId after = told_of(words[second]).folded;
    return words[second].joins_previous && before != 0 && after != 0 &&
           known(Channel::FoldedPair, before, after) != nullptr;
  };
  return (i > 0 && paired(i - 1, i)) || (i + 1 < words.size() && paired(i, i + 1));
}

}  // namespace giaidap
