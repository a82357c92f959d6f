// Words as numbers, so that the many words of texts are compared with the few of a query at no cost. Hashes:
// two of a million words share their number about once in a hundred thousand, which moves a rank at most.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/text/tokens.h"

namespace giaidap {

struct AnalysedText;

// From the highest bit: 36 of the word without tones, 27 more with them, one that it joins the previous one.
using WordCode = std::uint64_t;

inline constexpr unsigned kFoldedShift = 28;

// The same for words that differ in nothing but tones.
inline std::uint64_t folded_part(WordCode code) { return code >> kFoldedShift; }
inline std::uint64_t toned_part(WordCode code) { return code >> 1U; }
inline bool joins_previous(WordCode code) { return (code & 1U) != 0; }

WordCode code_of(std::string_view toned, std::string_view folded, bool joins_previous);
std::vector<WordCode> codes_of(const std::vector<Token>& words);

// A text cut into sentences.
struct CodedText {
  std::vector<WordCode> words;
  std::vector<std::uint32_t> ends;     // by sentence, in words
  std::vector<ByteRange> sentences{};  // in the text itself; empty where that is not told

  [[nodiscard]] std::size_t size() const { return ends.size(); }
  [[nodiscard]] std::span<const WordCode> sentence(std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends[i - 1];
    return std::span(words).subspan(begin, ends[i] - begin);
  }
};
CodedText coded(const AnalysedText& text);

// Small numbers for codes; 0 for those that were not added.
class CodeTable {
 public:
  using Id = std::uint32_t;

  CodeTable() : places_(kLeastPlaces) {}
  Id add(std::uint64_t code);
  [[nodiscard]] Id find(std::uint64_t code) const {
    for (std::size_t at = place_of(code);; at = (at + 1) & (places_.size() - 1)) {
      const Place& place = places_[at];
      if (place.id == 0 || place.code == code) return place.id;
    }
  }

 private:
  static constexpr std::size_t kLeastPlaces = 512;  // a power of two

  struct Place {
    std::uint64_t code = 0;
    Id id = 0;
  };
  [[nodiscard]] std::size_t place_of(std::uint64_t code) const {
    return (code ^ code >> 32U) & (places_.size() - 1);
  }
  void grow();

  std::vector<Place> places_;
  Id used_ = 0;
};

}  // namespace giaidap
