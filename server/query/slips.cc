#include "server/query/slips.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <utility>
#include <vector>

#include "indexer/text/normalize.h"
#include "server/query/keystrokes.h"

namespace giaidap {
namespace {

using schema::Channel;

// Cost of each kind of slip, against the logarithm of how many entries have a pair of neighbours. The slips
// that people make most cost least.
constexpr double kKeysCost = 0.3;
constexpr double kToneCost = 0.8;
constexpr double kLetterCost = 1.5;
constexpr double kSplitCost = 1.0;
constexpr double kUnknownCost = 1.0;        // of leaving a word that the index does not have
constexpr double kOtherSyllableCost = 1.0;  // more, where the typed word is a syllable too
constexpr double kRareShare =
    0.1;  // of the entries with the commonest tones: a word that may be a slip for it
constexpr std::size_t kMostCandidates = 24;     // of one word
constexpr std::size_t kShortestLetterSlip = 3;  // letters; shorter words are one slip from everything

// What a word may have been meant to be.
struct Candidate {
  std::vector<std::string> syllables;  // toned; two where the typed word joined them
  double cost = 0;
  bool typed = false;  // as it stands
};

// A word of the query with its candidates, the typed one first.
struct Slot {
  const QueryWord* word = nullptr;
  std::vector<Candidate> candidates;
};

// "QNg", "BYT": two capitals and small letters, or nothing but a few capitals, are no typing slip.
bool looks_abbreviated(std::string_view word) {
  const auto capitals = std::count_if(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  const auto small = std::count_if(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return capitals >= 2 && (small > 0 || word.size() <= 4);
}

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; });
}

class Mender {
 public:
  Mender(const UnderstoodQuery& query, const Lexicon& lexicon, const TermStatistics& statistics,
         const QueryTables& tables)
      : query_(query), lexicon_(lexicon), statistics_(statistics), tables_(tables) {}

  std::optional<std::string> run() {
    for (std::size_t i = 0; i < query_.words.size(); ++i) slots_.push_back(slot(i));
    if (std::all_of(slots_.begin(), slots_.end(), [](const Slot& s) { return s.candidates.size() == 1; })) {
      return std::nullopt;
    }
    return mended_text(best_path());
  }

 private:
  [[nodiscard]] Slot slot(std::size_t i) const {
    const QueryWord& word = query_.words[i];
    Slot made{&word, {{{word.toned}, 0, true}}};
    if (is_protected(word) || is_unfinished(i)) return made;
    if (!known(word)) {
      made.candidates.front().cost = kUnknownCost;
      add_keys(made);
      add_letters(made);
      add_splits(made);
    } else if (word.marked && tone_is_doubtful(i)) {
      add_tones(made, word.folded, kToneCost);
    }
    std::stable_sort(made.candidates.begin() + 1, made.candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });
    if (made.candidates.size() > kMostCandidates) made.candidates.resize(kMostCandidates);
    return made;
  }

  // Numbers, names and what its writer set apart stay as typed.
  [[nodiscard]] bool is_protected(const QueryWord& word) const {
    const auto within = [&](const auto& named) {
      return word.byte_begin >= named.byte_begin && word.byte_end <= named.byte_end;
    };
    if (all_digits(word.folded) || word.role != WordRole::Content) return true;
    if (tables_.vocabulary.is_abbreviation(typed_text(word)) || looks_abbreviated(typed_text(word)))
      return true;
    if (tables_.common_words.contains(word.toned)) return true;
    if (std::any_of(query_.numbers.begin(), query_.numbers.end(), within)) return true;
    if (std::any_of(query_.agencies.begin(), query_.agencies.end(), within)) return true;
    return std::any_of(query_.phrases.begin(), query_.phrases.end(), [&](const auto& phrase) {
      return word.byte_begin >= phrase.front().byte_begin && word.byte_end <= phrase.back().byte_end;
    });
  }

  // The last word may still be typed: what it begins is no slip.
  [[nodiscard]] bool is_unfinished(std::size_t i) const {
    if (i + 1 < query_.words.size() || !query_.may_continue) return false;
    return !statistics_.continuations({Channel::Folded, query_.words[i].folded, "", 1, 0}, 1).empty();
  }

  [[nodiscard]] bool known(const QueryWord& word) const {
    return statistics_.frequency({Channel::Folded, word.folded, "", 1, 0}) > 0;
  }

  // The index does not have the word with these tones, or never beside its neighbours though it has such a
  // pair with other tones.
  [[nodiscard]] bool tone_is_doubtful(std::size_t i) const {
    const QueryWord& word = query_.words[i];
    if (lexicon_.readings(word.folded).empty()) return false;
    const double entries = statistics_.frequency({Channel::Toned, word.toned, "", 1, 0});
    if (entries == 0) return true;
    if (entries > kRareShare * lexicon_.readings(word.folded).front().entries) return false;
    bool other_tones = false;
    for (const std::size_t at : {i, i + 1}) {
      if (at == 0 || at >= query_.words.size() || !query_.words[at].joins_previous) continue;
      const QueryWord& first = query_.words[at - 1];
      const QueryWord& second = query_.words[at];
      if (pair_entries(first.toned, second.toned) > 0) return false;
      other_tones =
          other_tones || statistics_.frequency({Channel::FoldedPair, first.folded, second.folded, 1, 0}) > 0;
    }
    return other_tones;
  }

  void add_keys(Slot& slot) const {
    for (const std::string& syllable : syllables_of_keys(typed_text(*slot.word))) {
      if (statistics_.frequency({Channel::Toned, syllable, "", 1, 0}) > 0) {
        slot.candidates.push_back({{syllable}, kKeysCost, false});
      }
    }
  }

  void add_tones(Slot& slot, const std::string& folded, double cost) const {
    for (const Lexicon::Reading& reading : lexicon_.readings(folded)) {
      if (reading.toned != slot.word->toned) slot.candidates.push_back({{reading.toned}, cost, false});
    }
  }

  void add_letters(Slot& slot) const {
    const std::string& folded = slot.word->folded;
    if (folded.size() < kShortestLetterSlip ||
        !std::all_of(folded.begin(), folded.end(), [](char c) { return c >= 'a' && c <= 'z'; })) {
      return;
    }
    const double cost = kLetterCost + (is_syllable(typed_text(*slot.word)) ? kOtherSyllableCost : 0);
    for (const std::string& near : lexicon_.near(folded)) add_tones(slot, near, cost);
  }

  // "khaisinh" → "khai sinh", by the pairs of the index.
  void add_splits(Slot& slot) const {
    const std::string& folded = slot.word->folded;
    for (std::size_t cut = 2; cut + 2 <= folded.size(); ++cut) {
      const std::string first = folded.substr(0, cut);
      const std::string second = folded.substr(cut);
      if (statistics_.frequency({Channel::FoldedPair, first, second, 1, 0}) > 0)
        add_pairs(slot, first, second);
    }
  }

  // The readings of two syllables that stand side by side in the index.
  void add_pairs(Slot& slot, const std::string& first, const std::string& second) const {
    for (const Lexicon::Reading& left : lexicon_.readings(first)) {
      for (const Lexicon::Reading& right : lexicon_.readings(second)) {
        if (pair_entries(left.toned, right.toned) == 0) continue;
        slot.candidates.push_back({{left.toned, right.toned}, kSplitCost, false});
      }
    }
  }

  [[nodiscard]] Xapian::doccount pair_entries(const std::string& first, const std::string& second) const {
    return statistics_.frequency({Channel::TonedPair, first, second, 1, 0});
  }

  // An unmarked neighbour may stand for any of its readings.
  [[nodiscard]] double joint(const Candidate& first, const Slot& first_slot, const Candidate& second,
                             const Slot& second_slot) const {
    const bool loose =
        (first.typed && !first_slot.word->marked) || (second.typed && !second_slot.word->marked);
    const std::string& left = first.syllables.back();
    const std::string& right = second.syllables.front();
    const Xapian::doccount entries =
        loose ? statistics_.frequency({Channel::FoldedPair, fold(left), fold(right), 1, 0})
              : pair_entries(left, right);
    return std::log1p(static_cast<double>(entries));
  }

  // What a candidate brings by itself: how common its syllables, or its own pair, are.
  [[nodiscard]] double own_weight(const Candidate& candidate) const {
    if (candidate.syllables.size() == 2) {
      return std::log1p(static_cast<double>(pair_entries(candidate.syllables[0], candidate.syllables[1])));
    }
    const double entries = statistics_.frequency({Channel::Toned, candidate.syllables.front(), "", 1, 0});
    return 0.2 * std::log1p(entries);
  }

  // How a candidate is best reached from those of the slot before.
  struct Step {
    double score = 0;
    std::size_t from = 0;
  };

  [[nodiscard]] Step best_step(const std::vector<Step>& before, std::size_t i,
                               const Candidate& candidate) const {
    Step best{-1e9, 0};
    for (std::size_t j = 0; j < before.size(); ++j) {
      const Candidate& previous = slots_[i - 1].candidates[j];
      const bool joined = slots_[i].word->joins_previous;
      const double link = joined ? joint(previous, slots_[i - 1], candidate, slots_[i]) : 0;
      if (before[j].score + link > best.score) best = {before[j].score + link, j};
    }
    return best;
  }

  // The candidate of each slot on the best way through (Viterbi).
  [[nodiscard]] std::vector<std::size_t> best_path() const {
    std::vector<std::vector<Step>> steps(slots_.size());
    for (std::size_t i = 0; i < slots_.size(); ++i) {
      for (const Candidate& candidate : slots_[i].candidates) {
        Step step = i > 0 ? best_step(steps[i - 1], i, candidate) : Step{};
        step.score += own_weight(candidate) - candidate.cost;
        steps[i].push_back(step);
      }
    }
    std::vector<std::size_t> path(slots_.size());
    const auto last = std::max_element(steps.back().begin(), steps.back().end(),
                                       [](const Step& a, const Step& b) { return a.score < b.score; });
    path.back() = static_cast<std::size_t>(last - steps.back().begin());
    for (std::size_t i = slots_.size() - 1; i > 0; --i) path[i - 1] = steps[i][path[i]].from;
    return path;
  }

  // A change needs a neighbour that the index knows beside it, or to be the only one possible.
  [[nodiscard]] bool supported(const std::vector<std::size_t>& path, std::size_t i) const {
    const Candidate& chosen = slots_[i].candidates[path[i]];
    if (chosen.syllables.size() == 2 || chosen.cost == kKeysCost) return true;
    const bool only = slots_[i].candidates.size() == 2;
    const bool before = i > 0 && slots_[i].word->joins_previous &&
                        joint(slots_[i - 1].candidates[path[i - 1]], slots_[i - 1], chosen, slots_[i]) > 0;
    const bool after = i + 1 < slots_.size() && slots_[i + 1].word->joins_previous &&
                       joint(chosen, slots_[i], slots_[i + 1].candidates[path[i + 1]], slots_[i + 1]) > 0;
    return only || before || after;
  }

  [[nodiscard]] std::optional<std::string> mended_text(const std::vector<std::size_t>& path) const {
    std::string text;
    std::size_t at = 0;
    bool changed = false;
    for (std::size_t i = 0; i < slots_.size(); ++i) {
      const Candidate& chosen = slots_[i].candidates[path[i]];
      if (chosen.typed || !supported(path, i)) continue;
      text += query_.text.substr(at, slots_[i].word->byte_begin - at);
      for (std::size_t s = 0; s < chosen.syllables.size(); ++s)
        text += (s > 0 ? " " : "") + chosen.syllables[s];
      at = slots_[i].word->byte_end;
      changed = true;
    }
    if (!changed) return std::nullopt;
    return text + query_.text.substr(at);
  }

  [[nodiscard]] std::string_view typed_text(const QueryWord& word) const {
    return std::string_view(query_.text).substr(word.byte_begin, word.byte_end - word.byte_begin);
  }

  const UnderstoodQuery& query_;
  const Lexicon& lexicon_;
  const TermStatistics& statistics_;
  const QueryTables& tables_;
  std::vector<Slot> slots_;
};

}  // namespace

std::optional<std::string> mend_slips(const UnderstoodQuery& query, const Lexicon& lexicon,
                                      const TermStatistics& statistics, const QueryTables& tables) {
  if (query.english || query.words.empty()) return std::nullopt;
  return Mender(query, lexicon, statistics, tables).run();
}

}  // namespace giaidap
