// One form for every way of writing the same Vietnamese. Input of all functions: UTF-8 (invalid bytes become
// U+FFFD); output: UTF-8 in NFC. All functions are idempotent.
#pragma once

#include <string>
#include <string_view>

namespace giaidap {

// For texts that are shown and stored: NFC; Ð (U+00D0) in Vietnamese words → Đ; soft hyphens, zero-width
// signs and bidirectional controls removed; no-break and other odd spaces → plain space; full-width forms →
// ASCII; control characters removed but for tab, line and page breaks; U+2028 and the like → line break. Line
// breaks, case, tone placement and punctuation stay as they are.
std::string normalize_text(std::string_view text);

// True where the bytes are valid UTF-8.
bool is_valid_utf8(std::string_view bytes);

// Lower case, tones and spelling kept.
std::string lower(std::string_view text);

// Lower case without diacritics: "Đăng ký" → "dang ky". Only letters change; lengths in bytes may shrink.
std::string fold(std::string_view text);

// White space runs → one space, none at either end.
std::string squeeze(std::string_view text);

// The first `limit` code points of a text.
std::string cut_to_characters(std::string text, std::size_t limit);

// One form of a single syllable or word, lower case: tone mark in its traditional place (hoà → hòa, vịêt →
// việt), i/y unified where both write the same word (lí → lý, quí → quý, sỹ → sĩ), ươ for uơ and ưo before
// other letters (huớng → hướng). What is no Vietnamese syllable is only lower-cased.
std::string canonical_syllable(std::string_view word);

// True for what could be a Vietnamese syllable by its letters, in any case, with or without tones: "quyết",
// "BYT"; false for "TTHC", "C06", "week".
bool is_syllable(std::string_view word);

}  // namespace giaidap
