#include "indexer/text/tokens.h"

#include <algorithm>
#include <functional>

#include "indexer/text/digits.h"
#include "indexer/text/letters.h"
#include "indexer/text/normalize.h"
#include "indexer/text/utf8.h"

namespace giaidap {
namespace {

constexpr std::size_t kTypicalTokenBytes = 6;  // of Vietnamese text, with the space after it

bool digit_at(std::string_view text, std::size_t at) { return at < text.size() && is_digit(text[at]); }

std::size_t digits_end(std::string_view text, std::size_t at) {
  while (digit_at(text, at)) ++at;
  return at;
}

// Letters, digits and marks from `begin` on.
struct Run {
  std::size_t end;
  bool only_digits;
};

Run run_at(std::string_view text, std::size_t begin) {
  Run run{begin, true};
  while (run.end < text.size()) {
    const CodePoint point = decode_at(text, run.end);
    const LetterKind kind = letter_of(point.code).kind;
    if (kind == LetterKind::Other) break;
    run.only_digits = run.only_digits && kind == LetterKind::Digit;
    run.end += point.length;
  }
  return run;
}

// End of the thousands groups after the digits [begin, end): "551.502", "1.782.364.452.000"; `end` itself
// where there are none, as in "25.8.2023" and "1.0001".
std::size_t thousands_end(std::string_view text, std::size_t begin, std::size_t end) {
  if (end - begin > 3) return end;
  std::size_t last = end;
  while (last < text.size() && text[last] == '.' && digit_at(text, last + 1)) {
    const std::size_t group_end = digits_end(text, last + 1);
    if (group_end - last != 4) return end;
    last = group_end;
  }
  return last;
}

// End of the decimals after a comma of the number that starts at `begin`: "32,1"; `end` itself where there
// are none, as in the list "1,2,3".
std::size_t decimals_end(std::string_view text, std::size_t begin, std::size_t end) {
  const auto comma_and_digit = [text](std::size_t at) {
    return at < text.size() && text[at] == ',' && digit_at(text, at + 1);
  };
  const bool in_list = begin >= 2 && text[begin - 1] == ',' && digit_at(text, begin - 2);
  if (in_list || !comma_and_digit(end)) return end;
  const Run decimals = run_at(text, end + 1);
  return decimals.only_digits && !comma_and_digit(decimals.end) ? decimals.end : end;
}

std::size_t number_end(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t whole_end = thousands_end(text, begin, end);
  if (whole_end < text.size() && run_at(text, whole_end).end != whole_end) return end;  // "4.567m"
  return decimals_end(text, begin, whole_end);
}

// "02" → "2", "551.502" → "551502", "32,1" as it is.
std::string number_form(std::string_view number) {
  std::string out;
  std::copy_if(number.begin(), number.end(), std::back_inserter(out), [](char c) { return c != '.'; });
  const std::size_t whole = std::min(out.find(','), out.size());
  const std::size_t zeros = std::min(out.find_first_not_of('0'), whole - 1);
  return out.substr(zeros);
}

bool ends_clause(char32_t code) {
  switch (code) {
    case U'.':
    case U',':
    case U';':
    case U':':
    case U'?':
    case U'!':
    case U'(':
    case U')':
    case U'[':
    case U']':
    case U'{':
    case U'}':
    case U'…':
    case U'•':
    case U'|':
    case U'\n':
    case U'\r':
    case U'\f':
    case U'\t':
      return true;
    default:
      return false;
  }
}

// The two forms of a word.
struct Forms {
  std::string toned;
  std::string folded;
};

// Forms of words met before: texts say the same few thousand syllables over and over, and looking one up is
// many times quicker than taking it apart. Each place holds the last word that fell on it.
class KnownForms {
 public:
  KnownForms() : places_(kPlaces) {}

  const Forms& of(std::string_view word) {
    if (word.size() > kLongest) return forms_of(longer_, word);
    Place& place = places_[std::hash<std::string_view>{}(word) % kPlaces];
    if (place.word != word) {
      place.word = word;
      forms_of(place.forms, word);
    }
    return place.forms;
  }

 private:
  static constexpr std::size_t kPlaces = 4096;
  static constexpr std::size_t kLongest = 15;  // bytes, which strings hold without memory of their own

  struct Place {
    std::string word;
    Forms forms;
  };

  static const Forms& forms_of(Forms& forms, std::string_view word) {
    forms.toned = canonical_syllable(word);
    forms.folded = fold(forms.toned);
    return forms;
  }

  std::vector<Place> places_;
  Forms longer_;
};

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {
    tokens_.reserve(text.size() / kTypicalTokenBytes);
  }

  std::vector<Token> run() && {
    while (at_ < text_.size()) {
      const CodePoint point = decode_at(text_, at_);
      const LetterKind kind = letter_of(point.code).kind;
      if (kind == LetterKind::Letter || kind == LetterKind::Digit) {
        take_token();
      } else {
        joins_ = joins_ && (!ends_clause(point.code) || is_inner_dot());
        at_ += point.length;
      }
    }
    return std::move(tokens_);
  }

 private:
  // A dot with no space around it, as in "dulieu.kcb.vn" and "25.8.2023", ends no clause.
  [[nodiscard]] bool is_inner_dot() const {
    if (text_[at_] != '.' || at_ + 1 >= text_.size() || tokens_.empty() || tokens_.back().byte_end != at_)
      return false;
    const LetterKind next = letter_of(decode_at(text_, at_ + 1).code).kind;
    return next == LetterKind::Letter || next == LetterKind::Digit;
  }

  void take_token() {
    const Run run = run_at(text_, at_);
    const std::size_t end = run.only_digits ? number_end(text_, at_, run.end) : run.end;
    const std::string_view word = text_.substr(at_, end - at_);
    Token& token = tokens_.emplace_back();
    if (run.only_digits) {
      token.toned = token.folded = number_form(word);
    } else {
      thread_local KnownForms known;
      const Forms& forms = known.of(word);
      token.toned = forms.toned;
      token.folded = forms.folded;
    }
    token.byte_begin = static_cast<std::uint32_t>(at_);
    token.byte_end = static_cast<std::uint32_t>(end);
    token.joins_previous = joins_;
    joins_ = true;
    at_ = end;
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  bool joins_ = false;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text) { return Tokenizer(text).run(); }

}  // namespace giaidap
