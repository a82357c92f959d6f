// What is known about single letters: case, diacritics, Vietnamese vowels and tones. Latin letters come from
// a table (fast), all others from ICU.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace giaidap {

enum class LetterKind : std::uint8_t { Other, Letter, Digit, Mark };  // Digit: 0 to 9; Mark: combining

// The twelve Vietnamese vowels.
enum class Vowel : std::uint8_t {
  A,
  ABreve,
  ACircumflex,
  E,
  ECircumflex,
  I,
  O,
  OCircumflex,
  OHorn,
  U,
  UHorn,
  Y,
  None
};

// Level, huyền, hỏi, ngã, sắc, nặng.
enum class Tone : std::uint8_t { Level, Grave, Hook, Tilde, Acute, Dot };

struct Letter {
  char32_t lower;   // lower case, tone kept
  char32_t folded;  // lower case without diacritics
  LetterKind kind;
  Vowel vowel;  // None for all but Vietnamese vowels
  Tone tone;
};

namespace letters_detail {

constexpr Vowel ascii_vowel(char32_t lower) {
  switch (lower) {
    case U'a':
      return Vowel::A;
    case U'e':
      return Vowel::E;
    case U'i':
      return Vowel::I;
    case U'o':
      return Vowel::O;
    case U'u':
      return Vowel::U;
    case U'y':
      return Vowel::Y;
    default:
      return Vowel::None;
  }
}

constexpr Letter ascii_letter(char32_t code) {
  const bool capital = code >= U'A' && code <= U'Z';
  const char32_t lower = capital ? code - U'A' + U'a' : code;
  const bool letter = lower >= U'a' && lower <= U'z';
  const bool digit = code >= U'0' && code <= U'9';
  const LetterKind kind = letter ? LetterKind::Letter : digit ? LetterKind::Digit : LetterKind::Other;
  return {lower, lower, kind, ascii_vowel(lower), Tone::Level};
}

constexpr std::array<Letter, 0x80> ascii_letters() {
  std::array<Letter, 0x80> letters{};
  for (std::size_t code = 0; code < letters.size(); ++code)
    letters[code] = ascii_letter(static_cast<char32_t>(code));
  return letters;
}

inline constexpr std::array<Letter, 0x80> kAsciiLetters = ascii_letters();

Letter letter_beyond_ascii(char32_t code);

}  // namespace letters_detail

// Ð (U+00D0) and Ɖ (U+0189) count as Đ: old keyboards and character sets write them for one another.
inline Letter letter_of(char32_t code) {
  return code < 0x80 ? letters_detail::kAsciiLetters[code] : letters_detail::letter_beyond_ascii(code);
}

// The lower-case vowel with the tone: ê + acute → ế.
char32_t compose(Vowel vowel, Tone tone);

// Combining diacritics of Latin letters (U+0300–U+036F).
constexpr bool is_latin_mark(char32_t code) { return code >= 0x300 && code <= 0x36F; }

// Hyphens, dashes and the minus sign.
constexpr bool is_dash(char32_t code) {
  return code == U'-' || (code >= 0x2010 && code <= 0x2015) || code == 0x2212;
}

}  // namespace giaidap
