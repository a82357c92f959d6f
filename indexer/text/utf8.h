// UTF-8 decoding and encoding, one code point at a time.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace giaidap {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

struct CodePoint {
  char32_t code;       // U+FFFD for an invalid byte
  std::size_t length;  // in bytes, at least 1
  bool valid;
};

namespace utf8_detail {

// How many bytes a sequence has by its first byte; 0 if no sequence starts so.
constexpr std::size_t sequence_length(unsigned char first) {
  if (first < 0x80) return 1;
  if (first < 0xC2) return 0;
  if (first < 0xE0) return 2;
  if (first < 0xF0) return 3;
  return first < 0xF5 ? 4 : 0;
}

constexpr bool is_scalar(char32_t code, std::size_t length) {
  constexpr std::array<char32_t, 5> kSmallest = {0, 0, 0x80, 0x800, 0x10000};
  return code >= kSmallest[length] && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
}

}  // namespace utf8_detail

// The code point at `at` < text.size(). An invalid byte is a code point of its own.
inline CodePoint decode_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  if (first < 0x80) return {first, 1, true};
  constexpr CodePoint kInvalid{kReplacementCharacter, 1, false};
  const std::size_t length = utf8_detail::sequence_length(first);
  if (length == 0 || length > text.size() - at) return kInvalid;
  char32_t code = first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80U) return kInvalid;
    code = (code << 6U) | (byte(at + i) & 0x3FU);
  }
  if (!utf8_detail::is_scalar(code, length)) return kInvalid;
  return {code, length, true};
}

inline void append_utf8(std::string& out, char32_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
    return;
  }
  const std::size_t length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  constexpr std::array<unsigned char, 5> kFirst = {0, 0, 0xC0, 0xE0, 0xF0};
  std::array<char, 4> bytes{};
  for (std::size_t i = length - 1; i > 0; --i, code >>= 6U)
    bytes[i] = static_cast<char>(0x80U | (code & 0x3FU));
  bytes[0] = static_cast<char>(kFirst[length] | code);
  out.append(bytes.data(), length);
}

}  // namespace giaidap
