// Document numbers (số hiệu) as names: "656/QCPH-HTQTCT-CNTT-C06", "87/2020/NĐ-CP", "1552/BTTTT-THH".
// Rules after Decree 30/2020/NĐ-CP on document work: number "/" (year "/") kind "-" issuer (...).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/tokens.h"

namespace giaidap {

struct DocumentNumber {
  std::string key;     // number_key() of it
  std::string text;    // as written, but blanks only around dashes: "656/QCPH - HTQTCT-CNTT-C06"
  std::string digits;  // "656", without leading zeros
  std::string year;    // "2020" or empty
  std::string
      signature;  // "QCPH-HTQTCT-CNTT-C06", as written without spaces; empty for a number-only citation
  std::uint32_t byte_begin;
  std::uint32_t byte_end;
};

// Numbers cited in a normalize_text()ed text, in order. Finds written-out signatures anywhere, also with
// spaces around "/" and "-" or broken over a line after "-" or "/"; with ", PT&NL" continuation; and, after a
// word for a kind of document of corpus/vocabulary/document_kinds.tsv, in Vietnamese with or without tones,
// abbreviated or in English ("Công văn số 761", "nghi dinh 13", "QĐ 422", "Decision 422"), numbers without a
// signature. Signatures may be in small letters, as people type them. Not: dates, fractions (13/28), names
// ("Đề án 06", "mẫu 01/ĐK"), counts ("báo cáo 01 năm"), percentages, phone numbers.
std::vector<DocumentNumber> find_document_numbers(std::string_view text);

// The word is a part of one of the numbers.
bool is_within(const Token& word, const std::vector<DocumentNumber>& numbers);

// One key for all spellings: folded upper case ASCII without spaces, leading zeros stripped, all dashes "-":
// "06/QĐ-TTg" and "6 / QD – TTG" → "6/QD-TTG".
std::string number_key(std::string_view number);

// Of two keys: "656/QCPH" goes on in "656/QCPH-HTQTCT" but not in "656/QCPHX".
bool goes_on_in(std::string_view part, std::string_view key);

}  // namespace giaidap
