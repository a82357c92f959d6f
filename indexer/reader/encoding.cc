#include "indexer/reader/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <cstdint>

#include "indexer/base/split.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr std::size_t kSample = 4096;      // bytes that tell UTF-16
constexpr std::size_t kSoundLetters = 10;  // beyond ASCII, for each broken one in damaged UTF-8

std::string decoded(std::string_view bytes, const std::string& charset) {
  const icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), charset.c_str());
  std::string utf8;
  return text.toUTF8String(utf8);
}

bool is_known(const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* const converter = ucnv_open(charset.c_str(), &status);
  if (converter != nullptr) ucnv_close(converter);
  return U_SUCCESS(status) != 0 && converter != nullptr;
}

// Zero bytes at even or at odd places only: UTF-16 without a mark. Empty for anything else.
std::string utf16_by_zeros(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSample);
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    if (sample[i] == '\0') ++(i % 2 == 0 ? even : odd);
  }
  const std::size_t most = sample.size() / 8;
  if (odd > most && even == 0) return "UTF-16LE";
  if (even > most && odd == 0) return "UTF-16BE";
  return {};
}

std::string utf16_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  return utf16_by_zeros(bytes);
}

// Of letters that take several bytes.
struct LetterCounts {
  std::size_t sound = 0;
  std::size_t broken = 0;
};

// NOLINTNEXTLINE(readability-function-*): of ICU's macro
LetterCounts letter_counts(std::string_view line) {
  LetterCounts counts;
  const auto* const text = reinterpret_cast<const std::uint8_t*>(line.data());
  const auto length = static_cast<int32_t>(line.size());
  for (int32_t at = 0; at < length;) {
    const int32_t begin = at;
    UChar32 code = 0;
    U8_NEXT(text, at, length, code);
    if (code < 0)
      ++counts.broken;
    else if (at - begin > 1)
      ++counts.sound;
  }
  return counts;
}

}  // namespace

bool is_utf16(std::string_view bytes) { return !utf16_of(bytes).empty(); }

bool holds_binary(std::string_view bytes) {
  return utf16_of(bytes).empty() && bytes.find('\0') != std::string_view::npos;
}

std::vector<int> damaged_lines(std::string_view bytes) {
  LetterCounts all;
  std::vector<int> lines;
  int number = 0;
  for (const std::string_view line : split(bytes, '\n')) {
    ++number;
    const LetterCounts counts = letter_counts(line);
    if (counts.broken > 0) lines.push_back(number);
    all.sound += counts.sound;
    all.broken += counts.broken;
  }
  return all.sound >= kSoundLetters * all.broken ? lines : std::vector<int>{};
}

std::string to_utf8(std::string_view bytes, std::string_view declared) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return std::string(bytes.substr(3));
  if (const std::string charset = utf16_of(bytes); !charset.empty()) {
    std::string text = decoded(bytes, charset);
    return text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
  }
  if (is_valid_utf8(bytes)) return std::string(bytes);
  const std::string charset = lower(declared);
  // Pages that say so are written for windows-1252, of which windows-1258 is the Vietnamese sister.
  const bool western =
      charset.empty() || charset == "iso-8859-1" || charset == "us-ascii" || charset == "utf-8";
  return decoded(bytes, western || !is_known(charset) ? "windows-1252" : charset);
}

}  // namespace giaidap
