#include "server/query/language.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "indexer/text/english_stem.h"

namespace giaidap {
namespace {

constexpr double kEnglishShare = 0.3;  // of words that only English can explain

// Consonants before the vowels, longest first; Vietnamese spelling knows no others.
constexpr std::array<std::string_view, 26> kOnsets = {"ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu",
                                                      "th",  "tr", "b",  "c",  "d",  "g",  "h",  "k",  "l",
                                                      "m",   "n",  "p",  "r",  "s",  "t",  "v",  "x"};
constexpr std::array<std::string_view, 9> kCodas = {"", "ch", "ng", "nh", "c", "m", "n", "p", "t"};
constexpr std::array<std::string_view, 42> kVowels = {
    "a",   "e",   "i",   "o",   "u",   "y",   "ai",  "ao",  "au",  "ay",  "eo",  "eu",  "ia",  "ie",
    "iu",  "oa",  "oe",  "oi",  "oo",  "ua",  "ue",  "ui",  "uo",  "uu",  "uy",  "ye",  "ya",  "oai",
    "oay", "oao", "oeo", "uay", "uoi", "uou", "uya", "uye", "uyu", "ieu", "yeu", "uau", "uao", "uai"};

template <typename Strings>
bool holds(const Strings& strings, std::string_view wanted) {
  return std::find(strings.begin(), strings.end(), wanted) != strings.end();
}

bool is_rhyme(std::string_view rest) {
  const std::size_t vowels = std::min(rest.find_first_not_of("aeiouy"), rest.size());
  return holds(kVowels, rest.substr(0, vowels)) && holds(kCodas, rest.substr(vowels));
}

bool only_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](unsigned char c) { return c < 0x80 && std::isalpha(c) != 0; });
}

}  // namespace

bool may_be_vietnamese_syllable(std::string_view folded) {
  if (is_rhyme(folded)) return true;
  return std::any_of(kOnsets.begin(), kOnsets.end(), [&](std::string_view onset) {
    return folded.substr(0, onset.size()) == onset && is_rhyme(folded.substr(onset.size()));
  });
}

bool is_english(const std::vector<QueryWord>& words, const QueryTables& tables) {
  double english = 0;
  double told = 0;
  for (const QueryWord& word : words) {
    if (!word.marked && !only_letters(word.folded)) continue;
    ++told;
    const bool known = !word.marked && tables.english_stems.contains(english_stem(word.folded));
    if (known && !may_be_vietnamese_syllable(word.folded)) ++english;
  }
  return english > 0 && english >= kEnglishShare * told;
}

}  // namespace giaidap
