#include "server/query/excerpt.h"

#include <algorithm>
#include <span>
#include <vector>

namespace giaidap {
namespace {

constexpr std::string_view kLeftOut = "…";

// Words [first, last) of a text, counted over all its sentences.
struct WordRange {
  std::size_t first = 0;
  std::size_t last = 0;
};

// Bytes stand in for characters: three bytes make two characters of Vietnamese text.
std::size_t bytes_for(std::size_t characters) { return characters * 3 / 2; }

// The run of at most `bytes` in the sentence that holds most words asked for; the first of equals.
WordRange densest(const std::vector<Token>& words, const PassageScorer& scorer, std::size_t bytes) {
  std::vector<bool> asks;
  for (std::size_t i = 0; i < words.size(); ++i) asks.push_back(scorer.asks_for(words, i));
  WordRange best{0, 0};
  std::size_t most = 0;
  std::size_t asked = 0;
  std::size_t first = 0;
  for (std::size_t last = 0; last < words.size(); ++last) {
    asked += asks[last] ? 1U : 0U;
    while (words[last].byte_end - words[first].byte_begin > bytes && first < last) {
      asked -= asks[first++] ? 1U : 0U;
    }
    if (asked > most || (first == 0 && asked == most)) {
      most = asked;
      best = {first, last + 1};
    }
  }
  return best;
}

std::size_t best_of(const ExcerptSource& source, const PassageScorer& scorer) {
  std::size_t best = source.first;
  double highest = 0;
  for (std::size_t i = source.first; i < source.last; ++i) {
    const double score = scorer.score(source.words.sentence(i));
    if (score > highest) {
      highest = score;
      best = i;
    }
  }
  return best;
}

// The sentence with neighbours on both sides while they fit; those after it first. At least one.
std::span<const ByteRange> widened(std::span<const ByteRange> sentences, std::size_t sentence,
                                   std::size_t bytes) {
  std::size_t first = sentence;
  std::size_t last = sentence + 1;
  const auto fits = [&](std::size_t from, std::size_t to) {
    return sentences[to - 1].byte_end - sentences[from].byte_begin <= bytes;
  };
  while (last < sentences.size() && fits(first, last + 1)) ++last;
  while (first > 0 && fits(first - 1, last)) --first;
  return sentences.subspan(first, last - first);
}

ByteRange whole_of(std::span<const ByteRange> sentences) {
  return {sentences.front().byte_begin, sentences.back().byte_end};
}

// Of a sentence that is too long.
ByteRange densest_part(const AnalysedText& shown, const PassageScorer& scorer, std::size_t bytes) {
  const ByteRange whole = shown.sentences.front();
  const std::vector<Token>& words = shown.words.front();
  const WordRange part = densest(words, scorer, bytes);
  if (part.last <= part.first) return whole;
  const bool from_start = part.first == 0;
  const bool to_end = part.last == words.size();
  return {from_start ? whole.byte_begin : words[part.first].byte_begin,
          to_end ? whole.byte_end : words[part.last - 1].byte_end};
}

std::string escaped(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  return escape_html(text.substr(begin, end - begin));
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string html;
  html.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      case '\'':
        html += "&#39;";
        break;
      default:
        html += c;
    }
  }
  return html;
}

// Words asked for with one space between them make one stretch.
std::vector<ByteRange> marked_ranges(std::string_view text, ByteRange range, const AnalysedText& analysed,
                                     const PassageScorer& scorer) {
  std::vector<ByteRange> marks;
  for (const auto& words : analysed.words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      const Token& word = words[i];
      const bool within = word.byte_begin >= range.byte_begin && word.byte_end <= range.byte_end;
      if (!within || !scorer.asks_for(words, i)) continue;
      const bool joins = !marks.empty() && marks.back().byte_end + 1 == word.byte_begin &&
                         text[marks.back().byte_end] == ' ';
      if (joins) {
        marks.back().byte_end = word.byte_end;
      } else {
        marks.push_back({word.byte_begin, word.byte_end});
      }
    }
  }
  return marks;
}

std::string marked_html(std::string_view text, ByteRange range, const AnalysedText& analysed,
                        const PassageScorer& scorer) {
  std::string html;
  std::uint32_t at = range.byte_begin;
  for (const ByteRange& mark : marked_ranges(text, range, analysed, scorer)) {
    html += escaped(text, at, mark.byte_begin);
    html += "<mark>" + escaped(text, mark.byte_begin, mark.byte_end) + "</mark>";
    at = mark.byte_end;
  }
  return html + escaped(text, at, range.byte_end);
}

// Only what is shown is taken apart into words; the best sentence is told by their numbers.
std::string excerpt(const ExcerptSource& source, const PassageScorer& scorer, std::size_t length) {
  if (source.first == source.last) return "";
  const std::span<const ByteRange> sentences =
      std::span(source.words.sentences).subspan(source.first, source.last - source.first);
  const std::size_t bytes = bytes_for(length);
  const std::size_t best = best_of(source, scorer) - source.first;
  const AnalysedText shown = analyse(source.text, widened(sentences, best, bytes));
  ByteRange range = whole_of(shown.sentences);
  if (range.byte_end - range.byte_begin > bytes) range = densest_part(shown, scorer, bytes);
  std::string html;
  if (range.byte_begin > sentences.front().byte_begin) html += kLeftOut;
  html += marked_html(source.text, range, shown, scorer);
  if (range.byte_end < sentences.back().byte_end) html += kLeftOut;
  return html;
}

ExcerptSource whole_text(std::string_view text, const CodedText& words) {
  return {text, words, 0, words.sentences.size()};
}

std::optional<ExcerptSource> part_of_text(std::string_view text, const CodedText& words,
                                          std::string_view part) {
  const std::size_t begin = text.rfind(part);
  if (part.empty() || begin == std::string_view::npos) return std::nullopt;
  const auto& sentences = words.sentences;
  const auto first = std::find_if(sentences.begin(), sentences.end(),
                                  [&](const ByteRange& one) { return one.byte_begin == begin; });
  const auto last = std::find_if(first, sentences.end(),
                                 [&](const ByteRange& one) { return one.byte_end == begin + part.size(); });
  if (last == sentences.end()) return std::nullopt;
  return ExcerptSource{text, words, static_cast<std::size_t>(first - sentences.begin()),
                       static_cast<std::size_t>(last - sentences.begin()) + 1};
}

const std::string& answering_text(const Entry& entry) {
  return entry.answer && !entry.answer->empty() ? *entry.answer : entry.text;
}

}  // namespace giaidap
