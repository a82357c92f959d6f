#include "indexer/text/normalize.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <optional>

#include "indexer/text/letters.h"
#include "indexer/text/utf8.h"

namespace giaidap {
namespace {

constexpr char32_t kFullWidthBegin = 0xFF01;
constexpr char32_t kFullWidthEnd = 0xFF5E;
constexpr char32_t kFullWidthOffset = 0xFEE0;

bool in(char32_t code, char32_t first, char32_t last) { return code >= first && code <= last; }

// Signs that are not seen: soft hyphen, zero-width signs, bidirectional controls, byte order mark.
bool is_invisible(char32_t code) {
  return code == 0xAD || code == 0x34F || code == 0x61C || code == 0x180E || in(code, 0x200B, 0x200F) ||
         in(code, 0x202A, 0x202E) || in(code, 0x2060, 0x206F) || code == 0xFEFF;
}

bool is_control(char32_t code) {
  const bool layout = code == U'\t' || code == U'\n' || code == U'\r' || code == U'\f';
  return (code < 0x20 && !layout) || in(code, 0x7F, 0x9F);
}

bool is_odd_space(char32_t code) {
  return code == 0xA0 || code == 0x1680 || in(code, 0x2000, 0x200A) || code == 0x202F || code == 0x205F ||
         code == 0x3000;
}

// What a code point is written as; nullopt where it is dropped.
std::optional<char32_t> plain_form(char32_t code) {
  if (code == 0x85 || code == 0x2028 || code == 0x2029) return U'\n';
  if (is_invisible(code) || is_control(code)) return std::nullopt;
  if (is_odd_space(code)) return U' ';
  if (in(code, kFullWidthBegin, kFullWidthEnd)) return code - kFullWidthOffset;
  if (code == U'Ð' || code == U'Ɖ') return U'Đ';
  if (code == U'ð') return U'đ';
  return code;
}

// NFC of valid UTF-8; the text itself should ICU fail.
std::string compose_text(std::string text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status) != 0 || nfc->isNormalizedUTF8(text, status) != 0) return text;
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed);
  nfc->normalizeUTF8(0, text, sink, nullptr, status);
  return U_FAILURE(status) != 0 ? text : composed;
}

bool has_latin_mark(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c == '\xCC' || c == '\xCD'; });
}

// Appends each code point of the text as `form` (Letter → char32_t) gives it.
template <typename Form>
std::string map_letters(std::string_view text, Form form) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_at(text, at);
    at += point.length;
    append_utf8(out, form(letter_of(point.code)));
  }
  return out;
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = decode_at(bytes, at);
    if (!point.valid) return false;
    at += point.length;
  }
  return true;
}

std::string normalize_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_at(text, at);
    at += point.length;
    if (const auto plain = plain_form(point.code)) append_utf8(out, *plain);
  }
  return compose_text(std::move(out));
}

std::string lower(std::string_view text) {
  const auto form = [](const Letter& letter) { return letter.lower; };
  if (!has_latin_mark(text)) return map_letters(text, form);
  return compose_text(map_letters(text, form));
}

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_at(text, at);
    at += point.length;
    if (!is_latin_mark(point.code)) append_utf8(out, letter_of(point.code).folded);
  }
  return out;
}

std::string squeeze(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\n\r\f\v";
  std::string out;
  for (const char c : text) {
    const bool blank = kBlanks.find(c) != std::string_view::npos;
    if (!blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string cut_to_characters(std::string text, std::size_t limit) {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
    if (begins && characters++ == limit) {
      text.resize(i);
      break;
    }
  }
  return text;
}

}  // namespace giaidap
