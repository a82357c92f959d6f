// sentences(): where a sentence ends is told by its closing sign and by what stands before and behind it.
#include <algorithm>
#include <array>
#include <optional>

#include "indexer/text/letters.h"
#include "indexer/text/normalize.h"
#include "indexer/text/tokens.h"
#include "indexer/text/utf8.h"

namespace giaidap {
namespace {

// Folded words that a dot shortens and a capital follows: "TP. Hồ Chí Minh", "KT. TỔ TRƯỞNG".
constexpr std::array<std::string_view, 17> kShortened = {
    "tp", "tx", "tt", "kt", "tm", "tl", "tuq", "ths", "ts", "gs", "pgs", "bs", "ks", "đ/c", "d/c", "q", "p"};
constexpr std::u32string_view kStops = U".?!;…";
constexpr std::u32string_view kClosing = U"”’\"»)]*";
constexpr std::u32string_view kOpening = U"“‘\"«([*";
constexpr std::size_t kLongestShortened = 6;  // bytes with tones
constexpr std::size_t kShortestClause = 60;   // bytes; shorter ones between semicolons are items of a list
constexpr std::size_t kLongestMark = 12;      // bytes of a list mark such as "II.2.3" or "(XVIII)"

// First bytes of stops and line ends; all others are passed over unread.
constexpr std::array<bool, 256> kMayEnd = [] {
  std::array<bool, 256> may_end{};
  for (const char c : std::string_view(".?!;\n\r\f\t")) may_end[static_cast<unsigned char>(c)] = true;
  may_end[0xE2] = true;  // of "…"
  return may_end;
}();

bool is_line_end(char c) { return c == '\n' || c == '\r' || c == '\f' || c == '\t'; }
bool is_blank(char c) { return c == ' ' || is_line_end(c); }

bool is_one_of(char32_t code, std::u32string_view set) { return set.find(code) != std::u32string_view::npos; }

char32_t code_at(std::string_view text, std::size_t at) {
  return at < text.size() ? decode_at(text, at).code : U'\0';
}

// First place at or after `at` whose code point is not in the set.
std::size_t skip(std::string_view text, std::size_t at, std::u32string_view set) {
  while (at < text.size() && is_one_of(code_at(text, at), set)) at += decode_at(text, at).length;
  return at;
}

// "II", "2", "a", "4.1": nothing but short numbers, single letters and Roman numerals, as before the dot of
// "1. Đề án".
bool is_list_number(std::string_view words) {
  if (words.empty() || words.size() > kLongestMark) return false;
  std::size_t letters = 0;
  bool roman = true;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint point = decode_at(words, at);
    at += point.length;
    const LetterKind kind = letter_of(point.code).kind;
    if (kind == LetterKind::Letter) {
      ++letters;
      roman = roman && is_one_of(point.code, U"IVXivx");
    } else if (kind != LetterKind::Digit && point.code != U'.') {
      return false;
    }
  }
  return roman || letters <= 1;
}

// True where a list mark stands at `at`: "- ", "+ ", "•", "(1)", "2)", "i)", "a)".
bool list_mark_at(std::string_view text, std::size_t at) {
  const char32_t code = code_at(text, at);
  if (code == U'•') return true;
  if (is_one_of(code, U"-–+*")) return code_at(text, at + decode_at(text, at).length) == U' ';
  const std::size_t begin = code == U'(' ? at + 1 : at;
  const std::size_t close = text.substr(0, std::min(text.size(), begin + kLongestMark)).find(')', begin);
  return close != std::string_view::npos && is_list_number(text.substr(begin, close - begin));
}

bool is_capital(char32_t code) { return letter_of(code).lower != code; }

class SentenceSplitter {
 public:
  explicit SentenceSplitter(std::string_view text) : text_(text) {}

  std::vector<ByteRange> run() && {
    std::size_t at = 0;
    while (at < text_.size()) {
      if (!kMayEnd[static_cast<unsigned char>(text_[at])]) {
        ++at;
        continue;
      }
      const char32_t code = code_at(text_, at);
      if (is_line_end(text_[at])) {
        cut(at, at + 1);
        ++at;
      } else if (is_one_of(code, kStops)) {
        at = after_stop(at);
      } else {
        at += decode_at(text_, at).length;
      }
    }
    cut(text_.size(), text_.size());
    return std::move(sentences_);
  }

 private:
  // Cuts behind the closing signs at `stop` where a sentence ends there; the place to go on from.
  std::size_t after_stop(std::size_t stop) {
    const std::size_t end = skip(text_, skip(text_, stop, kStops), kClosing);
    if (end >= text_.size() || text_[end] != ' ') return end;
    const bool lone_dot = text_[stop] == '.' && end == stop + 1;
    if (lone_dot && continues(stop)) return end;
    if (text_[stop] == ';' ? ends_clause(stop, end) : starts_sentence(end)) cut(end, end);
    if (text_[stop] == ';') clause_begin_ = end;
    return end;
  }

  // A dot after a list number or a shortened word ends no sentence.
  [[nodiscard]] bool continues(std::size_t dot) const {
    const std::string_view sentence = text_.substr(begin_, dot - begin_);
    const std::size_t first = skip(sentence, 0, U" *-+(#");
    if (is_list_number(sentence.substr(first))) return true;
    const std::size_t blank = sentence.find_last_of(" (-");
    const std::string_view word = blank == std::string_view::npos ? sentence : sentence.substr(blank + 1);
    return word.size() <= kLongestShortened &&
           std::find(kShortened.begin(), kShortened.end(), fold(word)) != kShortened.end();
  }

  // A semicolon ends a sentence before a list mark, and a long clause also before a capital: not "Y tế; Tài
  // chính".
  [[nodiscard]] bool ends_clause(std::size_t semicolon, std::size_t end) const {
    const std::size_t next = skip(text_, end, U" ");
    const bool long_clause = semicolon - std::max(begin_, clause_begin_) >= kShortestClause;
    return list_mark_at(text_, next) ||
           (long_clause && is_capital(code_at(text_, skip(text_, next, kOpening))));
  }

  [[nodiscard]] bool starts_sentence(std::size_t end) const {
    const std::size_t next = skip(text_, end, U" ");
    const char32_t code = code_at(text_, skip(text_, next, kOpening));
    return list_mark_at(text_, next) || is_capital(code) || letter_of(code).kind == LetterKind::Digit;
  }

  // Ends the running sentence at `end`; the next begins at `next`.
  void cut(std::size_t end, std::size_t next) {
    std::size_t begin = begin_;
    while (begin < end && is_blank(text_[begin])) ++begin;
    while (end > begin && is_blank(text_[end - 1])) --end;
    if (begin < end)
      sentences_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin_ = next;
  }

  std::string_view text_;
  std::size_t begin_ = 0;         // of the running sentence
  std::size_t clause_begin_ = 0;  // behind the last semicolon
  std::vector<ByteRange> sentences_;
};

}  // namespace

std::vector<ByteRange> sentences(std::string_view text) { return SentenceSplitter(text).run(); }

}  // namespace giaidap
