#include "indexer/reader/legacy_text.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/reader/legacy_tables.h"
#include "indexer/text/normalize.h"
#include "indexer/text/tokens.h"

namespace giaidap {
namespace {

constexpr std::size_t kFewestWords = 6;  // with odd letters, that tell an encoding
constexpr double kGood = 0.8;            // share of syllables in a text that is read rightly
constexpr std::size_t kSampleBytes = 64U << 10U;
constexpr char32_t kLastWestern = 0xFF;

template <std::size_t N>
char32_t looked_up(const std::array<LegacyPair, N>& table, char32_t letter) {
  const auto* const found =
      std::find_if(table.begin(), table.end(), [&](const LegacyPair& pair) { return pair.first == letter; });
  return found == table.end() ? letter : found->second;
}

std::string composed(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return normalize_text(utf8);
}

template <std::size_t N>
std::string by_table(const icu::UnicodeString& text, const std::array<LegacyPair, N>& table) {
  icu::UnicodeString out;
  for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    out.append(static_cast<UChar32>(looked_up(table, static_cast<char32_t>(text.char32At(at)))));
  }
  return composed(out);
}

// The small form of a sign: capitals carry the same signs 0x20 lower.
char32_t small_sign(char32_t sign) { return sign >= 0xC0 && sign <= 0xDE ? sign + 0x20 : sign; }

std::string from_vni(const icu::UnicodeString& text) {
  static constexpr std::u32string_view kVowels = U"aeouyAEOUY\u01A0\u01A1\u01AF\u01B0";
  icu::UnicodeString out;
  for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const auto letter = static_cast<char32_t>(text.char32At(at));
    const char32_t before =
        out.isEmpty() ? 0 : static_cast<char32_t>(out.char32At(out.moveIndex32(out.length(), -1)));
    const auto* const sign = std::find_if(kVniSigns.begin(), kVniSigns.end(), [&](const VniSign& known) {
      return known.sign == small_sign(letter);
    });
    if (sign == kVniSigns.end() || kVowels.find(before) == std::u32string_view::npos) {
      out.append(static_cast<UChar32>(looked_up(kVniLetters, letter)));
      continue;
    }
    if (sign->shape != 0) out.append(static_cast<UChar32>(sign->shape));
    if (sign->tone != 0) out.append(static_cast<UChar32>(sign->tone));
  }
  return composed(out);
}

char32_t viqr_shape(char letter, char sign) {
  const char small = static_cast<char>(letter | 0x20);
  if (sign == '^' && (small == 'a' || small == 'e' || small == 'o')) return kCircumflex;
  if (sign == '(' && small == 'a') return kBreve;
  return (sign == '+' || sign == '*') && (small == 'o' || small == 'u') ? 0x31B : 0;
}

char32_t viqr_tone(char sign) {
  switch (sign) {
    case '\'':
      return 0x301;
    case '`':
      return 0x300;
    case '?':
      return 0x309;
    case '~':
      return 0x303;
    case '.':
      return 0x323;
    default:
      return 0;
  }
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// A stop or question mark at the end of a word is its tone only where the sentence goes on: with a small
// letter, or with a capital in a line of capitals.
bool is_tone_here(const std::string& text, std::size_t at) {
  if (text[at] != '.' && text[at] != '?') return true;
  const std::size_t next = text.find_first_not_of(" \n", at + 1);
  if (next == std::string::npos) return false;
  if (next == at + 1) return true;
  return !is_capital(text[next]) || (at > 0 && is_capital(text[at - 1])) ||
         (at > 1 && is_capital(text[at - 2]) && !is_letter(text[at - 1]));
}

std::string from_viqr(const std::string& text) {
  icu::UnicodeString out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if ((c == 'd' || c == 'D') && at + 1 < text.size() && (text[at + 1] | 0x20) == 'd') {
      out.append(static_cast<UChar32>(c == 'd' ? 0x111 : 0x110));
      ++at;
      continue;
    }
    out.append(static_cast<UChar32>(static_cast<unsigned char>(c)));
    static constexpr std::string_view kVowels = "aeiouyAEIOUY";
    if (kVowels.find(c) == std::string_view::npos || at + 1 >= text.size()) continue;
    if (const char32_t shape = viqr_shape(c, text[at + 1])) {
      out.append(static_cast<UChar32>(shape));
      ++at;
    }
    if (at + 1 < text.size() && viqr_tone(text[at + 1]) != 0 && is_tone_here(text, at + 1)) {
      out.append(static_cast<UChar32>(viqr_tone(text[++at])));
    }
  }
  return composed(out);
}

std::string read_as(LegacyText::Kind kind, std::string_view text) {
  const auto unicode =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  switch (kind) {
    case LegacyText::Kind::Tcvn3:
      return by_table(unicode, kTcvn3);
    case LegacyText::Kind::Vni:
      return from_vni(unicode);
    case LegacyText::Kind::Windows1258:
      return by_table(unicode, kWindows1258);
    case LegacyText::Kind::Viqr:
      return from_viqr(std::string(text));
    case LegacyText::Kind::None:
      break;
  }
  return std::string(text);
}

bool has_odd_letter(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c < 0; });
}

struct Score {
  std::size_t words = 0;  // with letters that are not ASCII
  std::size_t syllables = 0;
  [[nodiscard]] double share() const {
    return words == 0 ? 0 : static_cast<double>(syllables) / static_cast<double>(words);
  }
};

// Words are what stands between blanks: odd letters are no letters to a tokenizer.
Score score_of(std::string_view text) {
  static constexpr std::string_view kBetween = " \t\r\n.,;:!?()[]/-\"";
  Score score;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(kBetween, at);
    if (begin == std::string_view::npos) break;
    at = std::min(text.find_first_of(kBetween, begin), text.size());
    const std::string_view word = text.substr(begin, at - begin);
    if (!has_odd_letter(word)) continue;
    ++score.words;
    if (is_syllable(lower(word))) ++score.syllables;
  }
  return score;
}

bool looks_like_viqr(std::string_view text) {
  std::size_t shapes = 0;
  for (std::size_t at = 0; at + 2 < text.size(); ++at) {
    if (viqr_shape(text[at], text[at + 1]) != 0 &&
        (is_letter(text[at + 2]) || viqr_tone(text[at + 2]) != 0)) {
      ++shapes;
    }
  }
  return shapes >= kFewestWords && shapes * 60 > text.size();
}

bool is_unicode_vietnamese(std::string_view text) {
  const auto unicode =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  for (int32_t at = 0; at < unicode.length(); at = unicode.moveIndex32(at, 1)) {
    const auto letter = static_cast<char32_t>(unicode.char32At(at));
    if (letter > kLastWestern && (letter < 0x2000 || letter > 0x22FF) && letter != 0xFFFD) return true;
  }
  return false;
}

}  // namespace

LegacyText::LegacyText(std::string_view sample) {
  sample = sample.substr(0, kSampleBytes);
  const Score as_is = score_of(sample);
  if (as_is.words < kFewestWords) {
    if (looks_like_viqr(sample) && score_of(from_viqr(std::string(sample))).share() > kGood)
      kind_ = Kind::Viqr;
    return;
  }
  if (as_is.share() > kGood) return;
  double best = kGood;
  for (const Kind kind : {Kind::Tcvn3, Kind::Vni, Kind::Windows1258}) {
    const double share = score_of(read_as(kind, sample)).share();
    if (share <= best) continue;
    best = share;
    kind_ = kind;
  }
}

std::string_view LegacyText::name() const {
  switch (kind_) {
    case Kind::Tcvn3:
      return "TCVN3 (ABC)";
    case Kind::Vni:
      return "VNI-Windows";
    case Kind::Viqr:
      return "VIQR";
    case Kind::Windows1258:
      return "windows-1258";
    case Kind::None:
      break;
  }
  return {};
}

std::string LegacyText::mend(std::string_view text) const {
  if (kind_ == Kind::None || is_unicode_vietnamese(text)) return std::string(text);
  return read_as(kind_, text);
}

}  // namespace giaidap
