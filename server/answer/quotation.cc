#include "server/answer/quotation.h"

#include <algorithm>
#include <vector>

#include "server/query/excerpt.h"
#include "server/query/held.h"

namespace giaidap {
namespace {

constexpr std::size_t kMostSentences = 3;
constexpr double kLeastShare = 0.5;       // of the best sentence's score
constexpr std::size_t kShortBytes = 700;  // about 470 characters: a text that is quoted whole
constexpr double kHeldGain = 1.5;         // of a sentence that holds the kind of thing asked for
constexpr std::string_view kLeftOut = " … ";

std::string_view cut(std::string_view text, ByteRange range) {
  return text.substr(range.byte_begin, range.byte_end - range.byte_begin);
}

// Places of the sentences that answer, in the order of the text.
std::vector<std::size_t> chosen(std::string_view source, const AnalysedText& text,
                                const PassageScorer& scorer, const std::set<Intent>& asks) {
  std::vector<std::pair<double, std::size_t>> ranked;
  for (std::size_t i = 0; i < text.words.size(); ++i) {
    const double gain = holds_all(cut(source, text.sentences[i]), asks) ? kHeldGain : 1;
    ranked.emplace_back(-scorer.score(text.words[i]) * gain, i);
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::size_t> places;
  for (const auto& [negative, place] : ranked) {
    if (places.size() == kMostSentences || negative > kLeastShare * ranked.front().first) break;
    places.push_back(place);
  }
  std::sort(places.begin(), places.end());
  return places;
}

bool is_short(const std::string& source, const AnalysedText& text) {
  return source.size() <= kShortBytes && text.sentences.size() <= kMostSentences;
}

// Sentences that follow one another, as one stretch.
std::vector<ByteRange> stretches(const AnalysedText& text, const std::vector<std::size_t>& places) {
  std::vector<ByteRange> joined;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const ByteRange sentence = text.sentences[places[i]];
    if (i > 0 && places[i] == places[i - 1] + 1) {
      joined.back().byte_end = sentence.byte_end;
    } else {
      joined.push_back(sentence);
    }
  }
  return joined;
}

}  // namespace

Quotation quote(const std::string& source, const PassageScorer& scorer, const std::set<Intent>& asks) {
  const AnalysedText text = analyse(source);
  Quotation quotation;
  if (text.sentences.empty()) return quotation;
  std::vector<ByteRange> quoted = stretches(text, chosen(source, text, scorer, asks));
  if (is_short(source, text)) quoted = {{text.sentences.front().byte_begin, text.sentences.back().byte_end}};
  for (const ByteRange& range : quoted) {
    if (!quotation.text.empty()) quotation.text += kLeftOut;
    if (!quotation.marked.empty()) quotation.marked += kLeftOut;
    quotation.text += cut(source, range);
    quotation.marked += marked_html(source, range, text, scorer);
  }
  quotation.whole = quoted.size() == 1 && quoted.front().byte_begin == text.sentences.front().byte_begin &&
                    quoted.front().byte_end == text.sentences.back().byte_end;
  return quotation;
}

}  // namespace giaidap
