#include "server/query/word_code.h"

#include <xxhash.h>

#include "server/query/passage_score.h"

namespace giaidap {
namespace {

std::uint64_t hash_of(std::string_view word) { return XXH3_64bits(word.data(), word.size()); }

}  // namespace

WordCode code_of(std::string_view toned, std::string_view folded, bool joins_previous) {
  const std::uint64_t of_folded = hash_of(folded) >> kFoldedShift << kFoldedShift;
  const std::uint64_t of_toned = hash_of(toned) >> (64U - kFoldedShift);
  return of_folded | (of_toned & ~std::uint64_t{1}) | (joins_previous ? 1U : 0U);
}

std::vector<WordCode> codes_of(const std::vector<Token>& words) {
  std::vector<WordCode> codes;
  codes.reserve(words.size());
  for (const Token& word : words) codes.push_back(code_of(word.toned, word.folded, word.joins_previous));
  return codes;
}

CodedText coded(const AnalysedText& text) {
  CodedText result{{}, {}, text.sentences};
  std::size_t words = 0;
  for (const auto& sentence : text.words) words += sentence.size();
  result.words.reserve(words);
  result.ends.reserve(text.words.size());
  for (const auto& sentence : text.words) {
    const std::vector<WordCode> codes = codes_of(sentence);
    result.words.insert(result.words.end(), codes.begin(), codes.end());
    result.ends.push_back(static_cast<std::uint32_t>(result.words.size()));
  }
  return result;
}

CodeTable::Id CodeTable::add(std::uint64_t code) {
  if (const Id known = find(code); known != 0) return known;
  if (2 * (std::size_t{used_} + 1) > places_.size()) grow();
  std::size_t at = place_of(code);
  while (places_[at].id != 0) at = (at + 1) & (places_.size() - 1);
  places_[at] = {code, ++used_};
  return used_;
}

void CodeTable::grow() {
  std::vector<Place> before(2 * places_.size());
  before.swap(places_);
  for (const Place& place : before) {
    if (place.id == 0) continue;
    std::size_t at = place_of(place.code);
    while (places_[at].id != 0) at = (at + 1) & (places_.size() - 1);
    places_[at] = place;
  }
}

}  // namespace giaidap
