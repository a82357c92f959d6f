// Normalising, tokens, sentences and document numbers: idempotent, in order, within the text.
#include <string>

#include "indexer/text/normalize.h"
#include "indexer/text/numbers.h"
#include "indexer/text/tokens.h"
#include "tests/fuzz/fuzz.h"

using giaidap::fuzz::require;

namespace {

// Ranges that lie in the text, one behind the other.
template <typename Ranges>
void check_ranges(const Ranges& ranges, const std::string& text) {
  std::size_t last = 0;
  for (const auto& range : ranges) {
    require(range.byte_begin >= last && range.byte_begin < range.byte_end && range.byte_end <= text.size(),
            "ranges are in order and within the text");
    last = range.byte_end;
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = giaidap::normalize_text(giaidap::fuzz::bytes_of(data, size));
  require(giaidap::is_valid_utf8(text), "normal text is UTF-8");
  require(giaidap::normalize_text(text) == text, "normalising twice equals once");
  require(giaidap::lower(giaidap::lower(text)) == giaidap::lower(text), "lower case of lower case");
  require(giaidap::fold(giaidap::fold(text)) == giaidap::fold(text), "folding twice equals once");
  require(giaidap::squeeze(giaidap::squeeze(text)) == giaidap::squeeze(text), "squeezing twice equals once");

  const auto tokens = giaidap::tokenize(text);
  check_ranges(tokens, text);
  for (const giaidap::Token& token : tokens) {
    require(!token.toned.empty() && !token.folded.empty(), "tokens have letters");
    require(giaidap::canonical_syllable(token.toned) == token.toned, "tokens are canonical");
  }
  check_ranges(giaidap::sentences(text), text);
  const auto numbers = giaidap::find_document_numbers(text);
  check_ranges(numbers, text);
  for (const giaidap::DocumentNumber& number : numbers) {
    require(giaidap::number_key(number.key) == number.key, "the key of a key is the key");
  }
  return 0;
}
