// Document numbers (số hiệu) as names: "656/QCPH-HTQTCT-CNTT-C06", "87/2020/NĐ-CP", "1552/BTTTT-THH".
// Rules after Decree 30/2020/NĐ-CP on document work: number "/" (year "/") kind "-" issuer (...).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace giaidap {

struct DocumentNumber {
  std::string key;     // number_key() of it
  std::string text;    // as written, white space squeezed: "656/QCPH - HTQTCT-CNTT-C06"
  std::string digits;  // "656", without leading zeros
  std::string year;    // "2020" or empty
  std::string
      signature;  // "QCPH-HTQTCT-CNTT-C06", as written without spaces; empty for a number-only citation
  std::uint32_t byte_begin;
  std::uint32_t byte_end;
};

// Numbers cited in a text, in order. Finds written-out signatures anywhere, also with spaces around "/" and
// "-" or broken over a line after "-" or "/"; with ", PT&NL" continuation; and, after a word for a kind of
// document
// ("Công văn số 761", "Nghị định 13", "QĐ 422"), numbers without a signature. Not: dates, fractions (13/28),
// "Đề án 06", percentages, phone numbers.
std::vector<DocumentNumber> find_document_numbers(std::string_view text);

// One key for all spellings: folded upper case ASCII without spaces, leading zeros stripped, all dashes "-":
// "06/QĐ-TTg" and "6 / QD – TTG" → "6/QD-TTG".
std::string number_key(std::string_view number);

}  // namespace giaidap
