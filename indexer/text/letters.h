// What is known about single letters: case, diacritics, Vietnamese vowels and tones. Latin letters come from
// a table (fast), all others from ICU.
#pragma once

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

// Ð (U+00D0) and Ɖ (U+0189) count as Đ: old keyboards and character sets write them for one another.
Letter letter_of(char32_t code);

// The lower-case vowel with the tone: ê + acute → ế.
char32_t compose(Vowel vowel, Tone tone);

// Combining diacritics of Latin letters (U+0300–U+036F).
constexpr bool is_latin_mark(char32_t code) { return code >= 0x300 && code <= 0x36F; }

// Hyphens, dashes and the minus sign.
constexpr bool is_dash(char32_t code) {
  return code == U'-' || (code >= 0x2010 && code <= 0x2015) || code == 0x2212;
}

}  // namespace giaidap
