// The one text analysis: documents and queries pass through the same functions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace giaidap {

// A syllable, word or number of a text.
struct Token {
  std::string toned;   // canonical_syllable() of the word; numbers without leading zeros and thousands dots
  std::string folded;  // the same without diacritics
  std::uint32_t byte_begin;  // in the text given to tokenize()
  std::uint32_t byte_end;
  bool joins_previous;  // false at the start of the text and after punctuation that ends a clause (. ; : , ?
                        // ! brackets, bullets, tab, line break): no pair reaches over it. True over spaces,
                        // hyphens, slashes, quotes, "&", and a dot inside a name (dulieu.kcb.vn)
};

// Tokens in order. The text must be normalize_text()ed (else tone forms may differ).
std::vector<Token> tokenize(std::string_view text);

// Byte ranges of the sentences of a text, in order, trimmed, none empty. A sentence ends at . ? ! … followed
// by a space and a capital, number or list mark, at ; before a list mark or (after a long clause) a capital,
// and at line breaks and tabs; not inside numbers, dates, abbreviations ("TP. Hồ Chí Minh", "đ/c.") or
// document numbers, nor after a list number ("1. Chính phủ").
struct ByteRange {
  std::uint32_t byte_begin;
  std::uint32_t byte_end;
};
std::vector<ByteRange> sentences(std::string_view text);

}  // namespace giaidap
