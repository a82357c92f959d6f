// canonical_syllable(): a Vietnamese syllable is taken apart into onset, vowels, coda and tone, and spelled
// anew.
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "indexer/text/letters.h"
#include "indexer/text/normalize.h"
#include "indexer/text/utf8.h"

namespace giaidap {
namespace {

constexpr std::size_t kLongestSyllable = 7;  // letters: "nghiêng"

// Consonant letters in a row, packed into one number: byte by byte, the last letter lowest. đ is 'D' here.
using Consonants = std::uint64_t;
constexpr char kDStroke = 'D';
constexpr unsigned kBitsPerLetter = 8;

constexpr Consonants append(Consonants consonants, char letter) {
  return consonants << kBitsPerLetter | static_cast<unsigned char>(letter);
}

constexpr Consonants pack(std::string_view letters) {
  Consonants packed = 0;
  for (const char letter : letters) packed = append(packed, letter);
  return packed;
}

template <typename... Texts>
constexpr std::array<Consonants, sizeof...(Texts)> pack_all(Texts... texts) {
  return {pack(texts)...};
}

constexpr auto kOnsets =
    pack_all("", "b", "c", "ch", "d", "D", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh",
             "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x");
constexpr auto kCodas = pack_all("", "c", "ch", "m", "n", "ng", "nh", "p", "t");

// i and y write the same vowel after these onsets when nothing follows it. The form kept is the usual one of
// official texts: "lý", "kỹ", "quý", but "vì", "bác sĩ".
constexpr auto kOpenWithY = pack_all("h", "k", "l", "m", "qu", "t");
constexpr auto kOpenWithI = pack_all("s", "v");

template <std::size_t N>
bool contains(const std::array<Consonants, N>& list, Consonants item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

struct Syllable {
  Consonants onset = 0, coda = 0;
  std::array<Vowel, 3> vowels{};
  std::size_t vowel_count = 0;
  Tone tone = Tone::Level;
};

struct Letters {
  std::array<Letter, kLongestSyllable> items{};
  std::size_t count = 0;

  [[nodiscard]] bool vowel_at(std::size_t i) const { return i < count && items[i].vowel != Vowel::None; }
  [[nodiscard]] bool is(std::size_t i, Vowel vowel) const { return i < count && items[i].vowel == vowel; }
  [[nodiscard]] char consonant_at(std::size_t i) const {
    return items[i].lower == U'đ' ? kDStroke : static_cast<char>(items[i].lower);
  }
};

// The letters of a word; nullopt for what is longer than a syllable or holds anything but Vietnamese letters.
std::optional<Letters> letters_of(std::string_view word) {
  Letters letters;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode_at(word, at);
    at += point.length;
    const Letter letter = letter_of(point.code);
    const bool consonant = (letter.lower < 0x80 && letter.kind == LetterKind::Letter) || letter.lower == U'đ';
    if (letters.count == kLongestSyllable || (letter.vowel == Vowel::None && !consonant)) return std::nullopt;
    letters.items[letters.count++] = letter;
  }
  return letters;
}

// Where the onset ends: "qu" and, before another vowel, "gi" hold a vowel letter.
std::size_t onset_end(const Letters& letters) {
  std::size_t end = 0;
  while (end < letters.count && !letters.vowel_at(end)) ++end;
  if (end != 1 || !letters.vowel_at(2)) return end;
  const char first = letters.consonant_at(0);
  const bool glide = (first == 'q' && letters.is(1, Vowel::U)) || (first == 'g' && letters.is(1, Vowel::I));
  return glide ? 2 : 1;
}

// The tone of all letters together; nullopt if two letters bear one.
std::optional<Tone> single_tone(const Letters& letters) {
  Tone tone = Tone::Level;
  for (std::size_t i = 0; i < letters.count; ++i) {
    if (letters.items[i].tone == Tone::Level) continue;
    if (tone != Tone::Level) return std::nullopt;
    tone = letters.items[i].tone;
  }
  return tone;
}

std::optional<Syllable> parse(std::string_view word) {
  const auto letters = letters_of(word);
  if (!letters) return std::nullopt;
  const auto tone = single_tone(*letters);
  if (!tone) return std::nullopt;
  Syllable syllable;
  syllable.tone = *tone;
  std::size_t i = 0;
  for (const std::size_t end = onset_end(*letters); i < end; ++i) {
    const bool glide = letters->vowel_at(i);
    const char letter = glide ? static_cast<char>(letters->items[i].folded) : letters->consonant_at(i);
    syllable.onset = append(syllable.onset, letter);
  }
  for (; letters->vowel_at(i); ++i) {
    if (syllable.vowel_count == syllable.vowels.size()) return std::nullopt;
    syllable.vowels[syllable.vowel_count++] = letters->items[i].vowel;
  }
  for (; i < letters->count; ++i) {
    if (letters->vowel_at(i)) return std::nullopt;
    syllable.coda = append(syllable.coda, letters->consonant_at(i));
  }
  const bool vietnamese =
      syllable.vowel_count > 0 && contains(kOnsets, syllable.onset) && contains(kCodas, syllable.coda);
  return vietnamese ? std::optional(syllable) : std::nullopt;
}

// "huớng", "trưòng", "nguời": uơ and ưo with something after them stand in no word; ươ is meant.
void unify_horns(Syllable& syllable) {
  auto& [first, second, third] = syllable.vowels;
  const bool closed = syllable.coda != 0 || syllable.vowel_count == 3;
  if (!closed || syllable.vowel_count < 2) return;
  const bool mixed =
      (first == Vowel::U && second == Vowel::OHorn) || (first == Vowel::UHorn && second == Vowel::O);
  if (!mixed) return;
  first = Vowel::UHorn;
  second = Vowel::OHorn;
}

void unify_i_and_y(Syllable& syllable) {
  Vowel& vowel = syllable.vowels[0];
  if (syllable.vowel_count != 1 || syllable.coda != 0) return;
  if (vowel != Vowel::I && vowel != Vowel::Y) return;
  if (contains(kOpenWithY, syllable.onset)) vowel = Vowel::Y;
  if (contains(kOpenWithI, syllable.onset)) vowel = Vowel::I;
}

bool is_marked(Vowel vowel) {
  switch (vowel) {
    case Vowel::ABreve:
    case Vowel::ACircumflex:
    case Vowel::ECircumflex:
    case Vowel::OCircumflex:
    case Vowel::OHorn:
    case Vowel::UHorn:
      return true;
    default:
      return false;
  }
}

// The vowel that bears the tone: the last with a mark of its own (ươ: ơ), else by the traditional rule the
// middle of three ("khuỷu"), of two the second before a coda ("hoàn") and the first without ("hòa").
std::size_t tone_place(const Syllable& syllable) {
  for (std::size_t i = syllable.vowel_count; i-- > 0;) {
    if (is_marked(syllable.vowels[i])) return i;
  }
  if (syllable.vowel_count == 3) return 1;
  return syllable.vowel_count == 2 && syllable.coda != 0 ? 1 : 0;
}

void append_consonants(std::string& out, Consonants consonants) {
  for (unsigned shift = kLongestSyllable * kBitsPerLetter; shift > 0; shift -= kBitsPerLetter) {
    const auto letter = static_cast<char>((consonants >> (shift - kBitsPerLetter)) & 0xFFU);
    if (letter != 0) append_utf8(out, letter == kDStroke ? U'đ' : static_cast<char32_t>(letter));
  }
}

std::string spell(const Syllable& syllable) {
  std::string out;
  append_consonants(out, syllable.onset);
  const std::size_t place = tone_place(syllable);
  for (std::size_t i = 0; i < syllable.vowel_count; ++i) {
    append_utf8(out, compose(syllable.vowels[i], i == place ? syllable.tone : Tone::Level));
  }
  append_consonants(out, syllable.coda);
  return out;
}

}  // namespace

std::string canonical_syllable(std::string_view word) {
  std::string lowered = lower(word);
  auto syllable = parse(lowered);
  if (!syllable) return lowered;
  unify_horns(*syllable);
  unify_i_and_y(*syllable);
  return spell(*syllable);
}

bool is_syllable(std::string_view word) { return parse(lower(word)).has_value(); }

}  // namespace giaidap
