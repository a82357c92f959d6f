#include "indexer/text/letters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <array>
#include <cstddef>

namespace giaidap {
namespace {

// Rows by Vowel, columns by Tone.
constexpr std::array<std::array<char16_t, 6>, 12> kVowels = {{
    {u'a', u'à', u'ả', u'ã', u'á', u'ạ'},
    {u'ă', u'ằ', u'ẳ', u'ẵ', u'ắ', u'ặ'},
    {u'â', u'ầ', u'ẩ', u'ẫ', u'ấ', u'ậ'},
    {u'e', u'è', u'ẻ', u'ẽ', u'é', u'ẹ'},
    {u'ê', u'ề', u'ể', u'ễ', u'ế', u'ệ'},
    {u'i', u'ì', u'ỉ', u'ĩ', u'í', u'ị'},
    {u'o', u'ò', u'ỏ', u'õ', u'ó', u'ọ'},
    {u'ô', u'ồ', u'ổ', u'ỗ', u'ố', u'ộ'},
    {u'ơ', u'ờ', u'ở', u'ỡ', u'ớ', u'ợ'},
    {u'u', u'ù', u'ủ', u'ũ', u'ú', u'ụ'},
    {u'ư', u'ừ', u'ử', u'ữ', u'ứ', u'ự'},
    {u'y', u'ỳ', u'ỷ', u'ỹ', u'ý', u'ỵ'},
}};

constexpr char32_t kLatinEnd = 0x250;          // end of Latin Extended-B
constexpr char32_t kAdditionalBegin = 0x1E00;  // Latin Extended Additional
constexpr char32_t kAdditionalEnd = 0x1F00;
constexpr std::size_t kTableSize = kLatinEnd + (kAdditionalEnd - kAdditionalBegin);
constexpr char32_t kDStroke = U'đ';

bool is_d_stroke(char32_t code) {
  return code == U'Đ' || code == U'đ' || code == U'Ð' || code == U'ð' || code == U'Ɖ';
}

LetterKind kind_of(char32_t code) {
  const auto point = static_cast<UChar32>(code);
  if (code >= U'0' && code <= U'9') return LetterKind::Digit;
  if (u_isalnum(point)) return LetterKind::Letter;
  return (U_GET_GC_MASK(point) & U_GC_M_MASK) != 0 ? LetterKind::Mark : LetterKind::Other;
}

char32_t lower_of(char32_t code) {
  return is_d_stroke(code) ? kDStroke : static_cast<char32_t>(u_tolower(static_cast<UChar32>(code)));
}

// The ASCII letter under the diacritics of a lower-case letter, else the letter itself.
char32_t without_diacritics(char32_t lower, const icu::Normalizer2* nfd) {
  if (lower == kDStroke) return U'd';
  icu::UnicodeString parts;
  if (nfd == nullptr || !nfd->getDecomposition(static_cast<UChar32>(lower), parts)) return lower;
  const char32_t base = parts.charAt(0);
  return base < 0x80 ? base : lower;
}

void set_vowel(Letter& letter) {
  for (std::size_t vowel = 0; vowel < kVowels.size(); ++vowel) {
    for (std::size_t tone = 0; tone < kVowels[vowel].size(); ++tone) {
      if (kVowels[vowel][tone] != letter.lower) continue;
      letter.vowel = static_cast<Vowel>(vowel);
      letter.tone = static_cast<Tone>(tone);
    }
  }
}

class LatinTable {
 public:
  LatinTable() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
    for (std::size_t i = 0; i < kTableSize; ++i) {
      const auto code = static_cast<char32_t>(i < kLatinEnd ? i : i - kLatinEnd + kAdditionalBegin);
      const char32_t lower = lower_of(code);
      letters_[i] = {lower, without_diacritics(lower, nfd), kind_of(code), Vowel::None, Tone::Level};
      set_vowel(letters_[i]);
    }
  }

  [[nodiscard]] const Letter& at(std::size_t index) const { return letters_[index]; }

 private:
  std::array<Letter, kTableSize> letters_{};
};

}  // namespace

Letter letters_detail::letter_beyond_ascii(char32_t code) {
  static const LatinTable kTable;
  if (code < kLatinEnd) return kTable.at(code);
  if (code >= kAdditionalBegin && code < kAdditionalEnd)
    return kTable.at(code - kAdditionalBegin + kLatinEnd);
  const char32_t lower = lower_of(code);
  if (lower != code) return letter_of(lower);  // the Ångström sign is lowered into the table
  return {lower, lower, kind_of(code), Vowel::None, Tone::Level};
}

char32_t compose(Vowel vowel, Tone tone) {
  return kVowels[static_cast<std::size_t>(vowel)][static_cast<std::size_t>(tone)];
}

}  // namespace giaidap
