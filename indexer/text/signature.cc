#include "indexer/text/signature.h"

#include <algorithm>
#include <utility>

#include "indexer/text/document_kinds.h"
#include "indexer/text/letters.h"
#include "indexer/text/normalize.h"
#include "indexer/text/utf8.h"

namespace giaidap {
namespace {

constexpr std::size_t kMostBlanks = 8;    // what counts as one gap
constexpr std::size_t kLongestPart = 48;  // bytes of one part: hostile input ends there
constexpr std::size_t kMostParts = 8;
constexpr std::string_view kDateWord = "ngày";

// One part of a signature: letters and digits, with "&" between them ("HTTT&CSDL").
struct Part {
  std::size_t begin = 0, end = 0;
  std::size_t letters = 0, capitals = 0, digits = 0;
  bool digit_first = false, toned = false, ampersand = false;

  [[nodiscard]] std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
  [[nodiscard]] bool all_lower() const { return letters > 0 && capitals == 0; }
};

bool is_word_char(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const LetterKind kind = letter_of(decode_at(text, at).code).kind;
  return kind == LetterKind::Letter || kind == LetterKind::Digit;
}

void count_letter(Part& part, char32_t code) {
  const Letter letter = letter_of(code);
  if (letter.kind == LetterKind::Digit) {
    part.digit_first = part.digit_first || part.letters + part.digits == 0;
    ++part.digits;
    return;
  }
  ++part.letters;
  part.capitals += letter.lower != code ? 1U : 0U;
  part.toned = part.toned || letter.tone != Tone::Level || letter.kind == LetterKind::Mark;
}

Part read_part(std::string_view text, std::size_t at) {
  Part part;
  part.begin = part.end = at;
  while (part.end < text.size() && part.end - at < kLongestPart) {
    const CodePoint point = decode_at(text, part.end);
    const bool ampersand = point.code == U'&' && part.letters > 0 && is_word_char(text, part.end + 1);
    if (!ampersand && letter_of(point.code).kind == LetterKind::Other) break;
    if (ampersand) {
      part.ampersand = true;
    } else {
      count_letter(part, point.code);
    }
    part.end += point.length;
  }
  return part;
}

bool is_kind(std::string_view text, const Part& part) { return is_kind_abbreviation(fold(part.of(text))); }

// Codes bear no tones. They are written in capitals ("TTg", "QLVT", "C06"), as a kind in any case ("Nq"), or
// all in lower case by people who type queries.
bool is_code(std::string_view text, const Part& part) {
  if (part.toned || part.letters == 0) return false;
  const bool capitals = part.capitals >= 2 || part.capitals == part.letters;
  return capitals || part.all_lower() || is_kind(text, part);
}

// The first part is a kind ("QĐ"), an issuer ("TTg"), a body's number ("C06", "QH15"), or a kind that was
// misread ("1B-TCTTKĐA").
bool can_lead(std::string_view text, const Part& part) {
  if (!is_code(text, part)) return false;
  if (!part.digit_first) return part.letters >= 2 || part.digits >= 2;
  return part.capitals > 0 && part.end < text.size() && text[part.end] == '-' &&
         is_word_char(text, part.end + 1);
}

// What stands between two parts.
struct Gap {
  std::size_t end = 0;  // where the next part begins
  std::string written;  // as it is kept
  bool spaced = false;  // blanks on both sides
};

std::optional<Gap> read_gap(std::string_view text, std::size_t at) {
  std::size_t sign = at;
  while (sign < text.size() && text[sign] == ' ' && sign - at < kMostBlanks) ++sign;
  if (sign >= text.size()) return std::nullopt;
  const CodePoint point = decode_at(text, sign);
  const std::size_t behind = sign + point.length;
  const bool tight_sign = (point.code == U'/' || point.code == U'.') && sign == at;
  if (!is_dash(point.code) && !tight_sign) return std::nullopt;
  Gap gap;
  gap.end = tight_sign ? behind : skip_blanks(text, behind);
  gap.spaced = sign > at && gap.end > behind;
  const std::string blank = gap.spaced ? " " : "";
  gap.written = blank + std::string(text.substr(sign, point.length)) + blank;
  return gap;
}

class SignatureReader {
 public:
  explicit SignatureReader(std::string_view text) : text_(text) {}

  std::optional<Signature> read(std::size_t at) && {
    const Part first = read_part(text_, at);
    if (!can_lead(text_, first)) return std::nullopt;
    lower_ = first.all_lower();
    kind_first_ = is_kind(text_, first);
    take(first, "");
    while (parts_ < kMostParts && take_next()) {
    }
    take_bracket();
    take_continuation();
    return Signature{std::move(written_), end_, needs_kind(first)};
  }

 private:
  void take(const Part& part, std::string_view gap) {
    written_ += gap;
    written_ += part.of(text_);
    end_ = part.end;
    ++parts_;
    const std::string_view word = part.of(text_);
    telling_ = telling_ || is_kind(text_, part) || (part.letters >= 3 && !is_syllable(word));
  }

  bool take_next() {
    const auto gap = read_gap(text_, end_);
    if (!gap) return false;
    const Part part = read_part(text_, gap->end);
    if (!is_code(text_, part) || part.all_lower() != lower_) return false;
    // A dash with blanks on both sides may also end the number: a kind alone still lacks its issuer, and else
    // what closes the number tells.
    const bool lacks_issuer = parts_ == 1 && kind_first_;
    if (gap->spaced && !lacks_issuer && !closed_at(part.end)) return false;
    if (gap->written == "." && part.letters < 2) return false;
    take(part, gap->written);
    return true;
  }

  // True where nothing, a date or a closing sign follows the part that ends at `at`, or further parts do and
  // it then: "931/BYT - BH ngày", but not "452/TTg - UBND tỉnh".
  [[nodiscard]] bool closed_at(std::size_t at) const {
    for (std::size_t parts = 0; parts < kMostParts; ++parts) {
      const auto gap = read_gap(text_, at);
      const Part part = gap ? read_part(text_, gap->end) : Part{};
      if (!gap || !is_code(text_, part)) break;
      at = part.end;
    }
    const std::size_t next = skip_blanks(text_, at);
    if (next >= text_.size()) return true;
    if (text_[next] == ')' || text_[next] == ';' || text_[next] == '.') return next == at;
    return fold(text_.substr(next, kDateWord.size())) == fold(kDateWord);
  }

  // "(PC06)", "(Đ1)" right behind the last part.
  void take_bracket() {
    if (end_ >= text_.size() || text_[end_] != '(') return;
    const Part part = read_part(text_, end_ + 1);
    if (!is_code(text_, part) || part.end >= text_.size() || text_[part.end] != ')') return;
    written_ += text_.substr(end_, part.end + 1 - end_);
    end_ = part.end + 1;
  }

  // ", PT&NL" of "814/CĐBVN-QLVT, PT&NL": a code with "&" goes on with the list of issuing units.
  void take_continuation() {
    if (parts_ < 2 || text_.substr(end_, 1) != ",") return;
    const Part part = read_part(text_, skip_blanks(text_, end_ + 1));
    if (part.ampersand && part.capitals == part.letters && is_code(text_, part)) take(part, ", ");
  }

  [[nodiscard]] bool needs_kind(const Part& first) const {
    if (lower_) return !telling_;
    return parts_ == 1 && first.letters + first.digits <= 2 && !kind_first_;
  }

  std::string_view text_;
  std::string written_;
  std::size_t end_ = 0;
  std::size_t parts_ = 0;
  bool lower_ = false;       // all in lower case, as in queries
  bool kind_first_ = false;  // starts with the abbreviation of a kind
  bool telling_ = false;     // some part is no ordinary syllable
};

}  // namespace

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  const std::size_t limit = std::min(text.size(), at + kMostBlanks);
  bool line_break = false;
  for (; at < limit && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r'); ++at) {
    if (text[at] == '\n' && std::exchange(line_break, true)) break;
  }
  return at;
}

std::optional<Signature> read_signature(std::string_view text, std::size_t at) {
  return SignatureReader(text).read(at);
}

}  // namespace giaidap
