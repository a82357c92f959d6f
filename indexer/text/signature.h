// The part of a document number behind its digits and year: "QCPH - HTQTCT-CNTT-C06", "TTLT-BKHĐT-BTC-BNV",
// "QH15", "CĐBVN-QLVT, PT&NL", "KH-CAT-PV01(PC06)".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace giaidap {

struct Signature {
  std::string text;  // as written; blanks only around dashes that have them on both sides, and after ","
  std::size_t end;   // in the text read
  bool needs_kind;   // too slight to stand for a document by itself ("CP", "byt"): a kind must precede it
};

// The signature that starts at byte `at`; nullopt where none does. Dashes may have blanks around them or be
// followed by a line break.
std::optional<Signature> read_signature(std::string_view text, std::size_t at);

// The place behind blanks, at most a few and one line break; tabs end a table cell and are none.
std::size_t skip_blanks(std::string_view text, std::size_t at);

}  // namespace giaidap
