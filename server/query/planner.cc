#include "server/query/planner.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "server/query/feature_maker.h"

namespace giaidap {
namespace {

using schema::Channel;

// Chosen by measurement on judged queries.
constexpr double kMostConceptWeight = 10;  // of a phrase with other wordings, in units of information
constexpr std::size_t kMostWords = 40;     // the most informative words of a long query
constexpr std::size_t kMostPairs = 40;     // and of their pairs
constexpr std::size_t kMostEndings = 8;    // what an unfinished last word may become
constexpr std::size_t kMostWordings = 8;   // of one segment

// Score of a term asked for n times, against once (BM25 with k3 = 1).
double repeated(std::size_t times) {
  const auto n = static_cast<double>(times);
  return 2 * n / (1 + n);
}

class Planner {
 public:
  Planner(const UnderstoodQuery& query, const ExpandedQuery& expanded, const TermStatistics& statistics)
      : query_(query), expanded_(expanded), statistics_(statistics), make_(statistics) {}

  Plan run() {
    plan_.rarest_information = statistics_.most_information();
    for (std::size_t i = 0; i < expanded_.segments.size(); ++i) {
      const bool last = i + 1 == expanded_.segments.size();
      add_segment(expanded_.segments[i], last && query_.may_continue);
      if (i > 0)
        add_neighbours(expanded_.segments[i - 1], expanded_.segments[i], last && query_.may_continue);
    }
    keep_informative(words_, kMostWords);
    keep_informative(pairs_, kMostPairs);
    collect();
    for (const auto& words : query_.phrases) plan_.required.push_back(group(words));
    for (const auto& words : query_.excluded) plan_.excluded.push_back(group(words));
    return std::move(plan_);
  }

 private:
  using Key = std::pair<std::string, std::string>;
  struct Counted {
    Concept concept_made;
    double factor = 1;
    std::size_t times = 0;
    std::size_t order = 0;
  };
  using Concepts = std::map<Key, Counted>;

  void add_segment(const Segment& segment, bool may_continue) {
    if (segment.wordings.size() == 1 && segment.wordings.front().words.size() == 1) {
      add_word(segment.wordings.front().words.front(), segment.factor, may_continue);
    } else if (segment.wordings.size() == 1) {
      add_run(segment.wordings.front().words, segment.factor);
    } else {
      add_concept(segment);
    }
  }

  void add_run(const std::vector<QueryWord>& words, double factor) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      add_word(words[i], factor, false);
      if (i > 0 && words[i].joins_previous) add_pair(words[i - 1], words[i], factor, false);
    }
  }

  void add_word(const QueryWord& word, double factor, bool may_continue) {
    Concept made;
    made.alternatives.push_back(make_.word(word, 1));
    if (may_continue && !make_.known(word)) add_endings(made, {Channel::Folded, word.folded, "", 1, 0});
    if (!make_.known(word) && made.alternatives.size() == 1) {
      plan_.unknown_weight += factor * full_weight(made.alternatives.front());
      return;
    }
    count(words_, {word.toned, ""}, std::move(made), factor);
  }

  void add_pair(const QueryWord& first, const QueryWord& second, double factor, bool may_continue) {
    Concept made;
    made.pair = true;
    made.alternatives.push_back(make_.pair(first, second, 1));
    const Feature folded = made.alternatives.front().features.front();
    if (statistics_.frequency(folded) == 0) {
      if (!may_continue) {
        if (make_.known(first) && make_.known(second))
          plan_.unknown_pair_weight += factor * plan_.rarest_information;
        return;
      }
      made.alternatives.clear();
      add_endings(made, folded);
      if (made.alternatives.empty()) return;
      add_ended_words(made, second);
    }
    count(pairs_, {first.toned, second.toned}, std::move(made), factor);
  }

  // What a begun word may become, each an alternative of its own.
  void add_endings(Concept& made, const Feature& begun) const {
    for (Feature& feature : statistics_.continuations(begun, kMostEndings)) {
      feature.information = statistics_.information(feature);
      made.alternatives.push_back({{std::move(feature)}});
    }
  }

  // The last word becomes one of the words that finish its pair.
  void add_ended_words(const Concept& endings, const QueryWord& begun) {
    Concept made;
    for (const Alternative& ending : endings.alternatives) {
      Feature word{Channel::Folded, ending.features.front().second, "", 1, 0};
      word.information = statistics_.information(word);
      made.alternatives.push_back({{std::move(word)}});
    }
    words_.erase({begun.toned, ""});
    count(words_, {begun.toned, ""}, std::move(made), 1);
  }

  // All wordings of a concept weigh alike where all their words are there.
  void add_concept(const Segment& segment) {
    Concept made;
    std::vector<const Wording*> known;
    double weight = 0;
    for (std::size_t i = 0; i < segment.wordings.size() && known.size() < kMostWordings; ++i) {
      const Wording& wording = segment.wordings[i];
      const bool typed = i == 0 && segment.as_typed;
      if (!all_known(wording.words) || (!typed && !pairs_known(wording.words))) continue;
      known.push_back(&wording);
      made.alternatives.push_back(make_.phrase(wording.words));
      if (weight == 0 || i == segment.model) weight = full_weight(made.alternatives.back());
    }
    if (known.empty()) return add_parts(segment);
    // No other wording is there: the words typed are words like any.
    if (known.size() == 1 && segment.as_typed && known.front() == &segment.wordings.front())
      return add_parts(segment);
    weight = std::min(weight, kMostConceptWeight);
    for (std::size_t i = 0; i < known.size(); ++i) {
      const double full = full_weight(made.alternatives[i]);
      if (full <= 0) continue;
      const double share = weight / full;
      scale(made.alternatives[i], known[i]->factor * (known[i]->equal ? share : std::min(share, 1.0)));
    }
    count(words_, {text_of(segment.wordings.front().words), ""}, std::move(made), segment.factor);
  }

  [[nodiscard]] bool all_known(const std::vector<QueryWord>& words) const {
    return std::all_of(words.begin(), words.end(), [&](const QueryWord& word) { return make_.known(word); });
  }

  // The index has the words side by side: a wording that it never uses would only match in parts.
  [[nodiscard]] bool pairs_known(const std::vector<QueryWord>& words) const {
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (words[i].joins_previous &&
          statistics_.frequency({Channel::FoldedPair, words[i - 1].folded, words[i].folded, 1, 0}) == 0)
        return false;
    }
    return true;
  }

  // No wording is known whole: what is known of the first.
  void add_parts(const Segment& segment) { add_run(segment.wordings.front().words, segment.factor); }

  void add_neighbours(const Segment& before, const Segment& after, bool may_continue) {
    const QueryWord& first = before.wordings.front().words.back();
    const QueryWord& second = after.wordings.front().words.front();
    const bool typed = first.byte_end <= second.byte_begin && second.joins_previous;
    const bool adjacent = typed && follows(first, second);
    const bool whole = after.wordings.size() == 1 && after.wordings.front().words.size() == 1;
    if (!adjacent) return;
    add_pair(first, second, std::max(before.factor, after.factor), may_continue && whole);
  }

  // Nothing but the gap between words lies between them: no dropped word.
  [[nodiscard]] bool follows(const QueryWord& first, const QueryWord& second) const {
    return std::none_of(query_.words.begin(), query_.words.end(), [&](const QueryWord& word) {
      return word.byte_begin >= first.byte_end && word.byte_end <= second.byte_begin;
    });
  }

  void count(Concepts& concepts, const Key& key, Concept made, double factor) {
    const auto [place, fresh] = concepts.try_emplace(key);
    Counted& counted = place->second;
    ++counted.times;
    counted.factor = std::max(fresh ? 0.0 : counted.factor, factor);
    if (!fresh) return;
    counted.order = order_++;
    for (const Alternative& alternative : made.alternatives) {
      made.weight = std::max(made.weight, full_weight(alternative));
    }
    counted.concept_made = std::move(made);
  }

  static double weight_of(const Counted& counted) {
    return counted.concept_made.weight * counted.factor * repeated(counted.times);
  }

  static void keep_informative(Concepts& concepts, std::size_t most) {
    if (concepts.size() <= most) return;
    std::vector<double> weights;
    for (const auto& item : concepts) weights.push_back(weight_of(item.second));
    std::nth_element(weights.begin(), weights.begin() + static_cast<std::ptrdiff_t>(most), weights.end(),
                     std::greater<>());
    const double limit = weights[most];
    for (auto item = concepts.begin(); item != concepts.end();) {
      item = weight_of(item->second) <= limit ? concepts.erase(item) : std::next(item);
    }
  }

  void collect() {
    std::vector<Counted> all;
    for (Concepts* concepts : {&words_, &pairs_}) {
      for (auto& item : *concepts) all.push_back(std::move(item.second));
    }
    std::sort(all.begin(), all.end(), [](const Counted& a, const Counted& b) { return a.order < b.order; });
    for (Counted& counted : all) {
      Concept& made = counted.concept_made;
      const double factor = counted.factor * repeated(counted.times);
      for (Alternative& alternative : made.alternatives) scale(alternative, factor);
      made.weight *= factor;
      made.marked = counted.factor >= 1;
      (made.pair ? plan_.pair_weight : plan_.word_weight) += made.weight;
      plan_.concepts.push_back(std::move(made));
    }
  }

  // All words and pairs of a phrase, as tones were typed.
  static std::vector<Feature> group(const std::vector<QueryWord>& words) {
    std::vector<Feature> features;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const bool marked = words[i].marked;
      features.push_back(
          {marked ? Channel::Toned : Channel::Folded, marked ? words[i].toned : words[i].folded, "", 1, 0});
      if (i == 0 || !words[i].joins_previous) continue;
      const bool both = marked && words[i - 1].marked;
      features.push_back({both ? Channel::TonedPair : Channel::FoldedPair,
                          both ? words[i - 1].toned : words[i - 1].folded,
                          both ? words[i].toned : words[i].folded, 1, 0});
    }
    return features;
  }

  static std::string text_of(const std::vector<QueryWord>& words) {
    std::string text;
    for (const QueryWord& word : words) text += word.toned + " ";
    return text;
  }

  const UnderstoodQuery& query_;
  const ExpandedQuery& expanded_;
  const TermStatistics& statistics_;
  FeatureMaker make_;
  Concepts words_;
  Concepts pairs_;
  std::size_t order_ = 0;
  Plan plan_;
};

}  // namespace

Plan make_plan(const UnderstoodQuery& query, const ExpandedQuery& expanded,
               const TermStatistics& statistics) {
  return Planner(query, expanded, statistics).run();
}

}  // namespace giaidap
