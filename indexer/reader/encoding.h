// Bytes of a text file or web page → UTF-8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace giaidap {

// What the bytes really are goes before what is declared: a byte order mark, UTF-16 told by its zero bytes,
// valid UTF-8; then `declared` (a charset's name, may be empty); then windows-1258, whose other letters are
// those of windows-1252. Never fails: what cannot be told becomes U+FFFD.
std::string to_utf8(std::string_view bytes, std::string_view declared);

// UTF-16, by its mark or its zero bytes.
bool is_utf16(std::string_view bytes);

// Bytes that are text in none of these encodings: zero bytes other than those of UTF-16.
bool holds_binary(std::string_view bytes);

// The lines, from 1, that hold bytes of no letter in a text that is UTF-8 all the same: for each such byte
// many letters are sound. Empty where none does, and where too many do.
std::vector<int> damaged_lines(std::string_view bytes);

}  // namespace giaidap
