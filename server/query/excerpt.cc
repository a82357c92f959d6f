#include "server/query/excerpt.h"

#include <algorithm>
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

// Adds neighbours of [begin, end) on both sides while they fit; sentences after it first.
ByteRange widen(ByteRange range, const AnalysedText& text, std::size_t sentence, std::size_t bytes) {
  for (std::size_t next = sentence + 1; next < text.sentences.size(); ++next) {
    if (text.sentences[next].byte_end - range.byte_begin > bytes) break;
    range.byte_end = text.sentences[next].byte_end;
  }
  for (std::size_t previous = sentence; previous-- > 0;) {
    if (range.byte_end - text.sentences[previous].byte_begin > bytes) break;
    range.byte_begin = text.sentences[previous].byte_begin;
  }
  return range;
}

ByteRange choose_range(const AnalysedText& text, const PassageScorer& scorer, std::size_t bytes) {
  const std::size_t sentence = scorer.match(coded(text), {}).best_sentence;
  const ByteRange whole = text.sentences[sentence];
  if (whole.byte_end - whole.byte_begin <= bytes) return widen(whole, text, sentence, bytes);
  const std::vector<Token>& words = text.words[sentence];
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

std::string excerpt(std::string_view text, const AnalysedText& analysed, const PassageScorer& scorer,
                    std::size_t length) {
  if (analysed.sentences.empty()) return "";
  const ByteRange range = choose_range(analysed, scorer, bytes_for(length));
  std::string html;
  if (range.byte_begin > analysed.sentences.front().byte_begin) html += kLeftOut;
  html += marked_html(text, range, analysed, scorer);
  if (range.byte_end < analysed.sentences.back().byte_end) html += kLeftOut;
  return html;
}

const std::string& answering_text(const Entry& entry) {
  return entry.answer && !entry.answer->empty() ? *entry.answer : entry.text;
}

}  // namespace giaidap
