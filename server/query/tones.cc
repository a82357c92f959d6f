#include "server/query/tones.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace giaidap {
namespace {

using schema::Channel;

constexpr double kClear = 0.9;            // probability of a reading that is taken for the word
constexpr double kLeftOut = 0.1;          // of leaving out a tone in a query that is else typed with tones
constexpr double kBackoff = 2.0;          // entries' worth of a pair that was never seen
constexpr std::size_t kMostReadings = 8;  // of one syllable

struct Reading {
  std::string toned;
  double share = 1;     // of the entries that hold some reading of the word
  double typed = 1;     // likelihood of what was typed, given it
  double forward = 0;   // probability with all that comes before
  double backward = 1;  // of all that comes after, given it
};

// A word of the query with what it may stand for; one reading, its own, where it is not to be changed.
struct Position {
  const QueryWord* word = nullptr;
  std::vector<Reading> readings;
  bool open = false;  // its tones are asked for
};

void normalize(std::vector<Reading>& readings, double Reading::*field) {
  double sum = 0;
  for (const Reading& reading : readings) sum += reading.*field;
  for (Reading& reading : readings) reading.*field = sum > 0 ? reading.*field / sum : 1;
}

class Restorer {
 public:
  Restorer(const UnderstoodQuery& query, const Lexicon& lexicon, const TermStatistics& statistics)
      : query_(query), lexicon_(lexicon), statistics_(statistics) {
    for (const QueryWord& word : query.words) positions_.push_back(position(word));
  }

  // For each word its clear reading, empty where there is none.
  std::vector<std::string> run() {
    std::vector<std::string> clear(positions_.size());
    if (std::none_of(positions_.begin(), positions_.end(), [](const Position& p) { return p.open; }))
      return clear;
    link();
    go_forward();
    go_backward();
    std::vector<std::size_t> best;
    for (const Position& position : positions_) best.push_back(likeliest(position));
    for (std::size_t i = 0; i < positions_.size(); ++i) {
      const Reading& reading = positions_[i].readings[best[i]];
      if (positions_[i].open && reading.forward * reading.backward >= kClear && supported(best, i))
        clear[i] = reading.toned;
    }
    return clear;
  }

 private:
  [[nodiscard]] Position position(const QueryWord& word) const {
    Position made{&word, {}, !word.marked && !is_set_apart(word)};
    if (made.open) {
      for (const Lexicon::Reading& reading : lexicon_.readings(word.folded)) {
        if (made.readings.size() == kMostReadings) break;
        const bool as_typed = reading.toned == word.toned || !query_.mostly_marked;
        made.readings.push_back(
            {reading.toned, static_cast<double>(reading.entries), as_typed ? 1 : kLeftOut});
      }
    }
    if (made.readings.empty()) {
      made.open = false;
      made.readings.push_back({word.toned});
    }
    normalize(made.readings, &Reading::share);
    return made;
  }

  [[nodiscard]] bool is_set_apart(const QueryWord& word) const {
    const auto within = [&](std::uint32_t begin, std::uint32_t end) {
      return word.byte_begin >= begin && word.byte_end <= end;
    };
    return std::any_of(query_.numbers.begin(), query_.numbers.end(),
                       [&](const DocumentNumber& n) { return within(n.byte_begin, n.byte_end); }) ||
           std::any_of(query_.phrases.begin(), query_.phrases.end(), [&](const auto& phrase) {
             return within(phrase.front().byte_begin, phrase.back().byte_end);
           });
  }

  // How many entries have each pair of neighbouring readings: [i][reading before][reading].
  void link() {
    pairs_.resize(positions_.size());
    for (std::size_t i = 1; i < positions_.size(); ++i) {
      const Position& before = positions_[i - 1];
      const Position& here = positions_[i];
      pairs_[i].assign(before.readings.size(), std::vector<double>(here.readings.size(), 0));
      if (!here.word->joins_previous || !(before.open || here.open)) continue;
      if (statistics_.frequency({Channel::FoldedPair, before.word->folded, here.word->folded, 1, 0}) == 0)
        continue;
      for (std::size_t a = 0; a < before.readings.size(); ++a) {
        for (std::size_t b = 0; b < here.readings.size(); ++b) {
          pairs_[i][a][b] = statistics_.frequency(
              {Channel::TonedPair, before.readings[a].toned, here.readings[b].toned, 1, 0});
        }
      }
    }
  }

  // Of a reading, given the one before it, but for a factor: their pair's entries, smoothed by what they
  // would be if the two had nothing to do with one another.
  [[nodiscard]] double step(std::size_t i, std::size_t before, std::size_t here) const {
    const double share = positions_[i - 1].readings[before].share;
    const Reading& reading = positions_[i].readings[here];
    return (pairs_[i][before][here] / share + kBackoff * reading.share) * reading.typed;
  }

  void go_forward() {
    for (std::size_t i = 0; i < positions_.size(); ++i) {
      auto& readings = positions_[i].readings;
      for (std::size_t b = 0; b < readings.size(); ++b) {
        readings[b].forward = i == 0 ? readings[b].share * readings[b].typed : 0;
        for (std::size_t a = 0; i > 0 && a < positions_[i - 1].readings.size(); ++a)
          readings[b].forward += positions_[i - 1].readings[a].forward * step(i, a, b);
      }
      normalize(readings, &Reading::forward);
    }
  }

  // Leaves in `backward` what makes forward * backward the probability of the reading.
  void go_backward() {
    for (std::size_t i = positions_.size(); i-- > 0;) {
      auto& readings = positions_[i].readings;
      if (i + 1 < positions_.size()) {
        const auto& next = positions_[i + 1].readings;
        for (std::size_t a = 0; a < readings.size(); ++a) {
          readings[a].backward = 0;
          for (std::size_t b = 0; b < next.size(); ++b)
            readings[a].backward += step(i + 1, a, b) * next[b].backward;
        }
      }
      double sum = 0;
      for (const Reading& reading : readings) sum += reading.forward * reading.backward;
      for (Reading& reading : readings) reading.backward = sum > 0 ? reading.backward / sum : 1;
    }
  }

  static std::size_t likeliest(const Position& position) {
    const auto& readings = position.readings;
    const auto best = std::max_element(
        readings.begin(), readings.end(),
        [](const Reading& a, const Reading& b) { return a.forward * a.backward < b.forward * b.backward; });
    return static_cast<std::size_t>(best - readings.begin());
  }

  [[nodiscard]] bool supported(const std::vector<std::size_t>& best, std::size_t i) const {
    return (i > 0 && pairs_[i][best[i - 1]][best[i]] > 0) ||
           (i + 1 < positions_.size() && pairs_[i + 1][best[i]][best[i + 1]] > 0);
  }

  const UnderstoodQuery& query_;
  const Lexicon& lexicon_;
  const TermStatistics& statistics_;
  std::vector<Position> positions_;
  std::vector<std::vector<std::vector<double>>> pairs_;
};

}  // namespace

UnderstoodQuery restore_tones(UnderstoodQuery query, const Lexicon& lexicon, const TermStatistics& statistics,
                              const QueryTables& tables) {
  if (query.english) return query;
  const std::vector<std::string> clear = Restorer(query, lexicon, statistics).run();
  std::string text;
  std::size_t copied = 0;
  std::unordered_set<std::size_t> told;  // byte offsets of the restored words in the new text
  for (std::size_t i = 0; i < clear.size(); ++i) {
    if (clear[i].empty()) continue;
    text += query.text.substr(copied, query.words[i].byte_begin - copied);
    told.insert(text.size());
    text += clear[i];
    copied = query.words[i].byte_end;
  }
  if (told.empty()) return query;
  text += query.text.substr(copied);
  UnderstoodQuery read = understand(text, tables);
  for (QueryWord& word : read.words)
    word.exact = word.marked || query.mostly_marked || told.contains(word.byte_begin);
  read.mostly_marked = query.mostly_marked;
  read.asks.insert(query.asks.begin(), query.asks.end());  // a question word may have got another tone
  if (read.counted.empty()) read.counted = query.counted;
  if (read.text != query.text) read.read_as = read.text;
  return read;
}

}  // namespace giaidap
