#include "indexer/text/english_stem.h"

#include <algorithm>

namespace giaidap {
namespace {

constexpr std::size_t kShortestToStem = 3;

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

bool has_vowel(std::string_view text) { return std::any_of(text.begin(), text.end(), is_vowel); }

bool ends_with(const std::string& word, std::string_view ending) {
  return word.size() > ending.size() && word.compare(word.size() - ending.size(), ending.size(), ending) == 0;
}

void drop(std::string& word, std::size_t letters) { word.resize(word.size() - letters); }

void drop_plural(std::string& word) {
  if (ends_with(word, "sses") || ends_with(word, "ies")) {
    drop(word, 2);
  } else if (ends_with(word, "s") && !ends_with(word, "ss") && !ends_with(word, "us") &&
             !ends_with(word, "is")) {
    drop(word, 1);
  }
}

// "deducted" → "deduct", "planning" → "plan", "issuing" → "issu"; "need" and "bring" stay.
void drop_past(std::string& word) {
  for (const std::string_view ending : {"ed", "ing"}) {
    if (!ends_with(word, ending) || ends_with(word, "eed")) continue;
    if (!has_vowel(std::string_view(word).substr(0, word.size() - ending.size()))) continue;
    drop(word, ending.size());
    const char last = word.back();
    const bool doubled = word.size() > 2 && last == word[word.size() - 2] && !is_vowel(last);
    if (doubled && last != 'l' && last != 's' && last != 'z') drop(word, 1);
    return;
  }
}

}  // namespace

std::string english_stem(std::string_view word) {
  std::string stem(word);
  const bool plain = std::all_of(stem.begin(), stem.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!plain || stem.size() <= kShortestToStem) return stem;
  drop_plural(stem);
  drop_past(stem);
  if (stem.size() > kShortestToStem && stem.back() == 'e') drop(stem, 1);
  if (stem.size() > kShortestToStem && stem.back() == 'y') stem.back() = 'i';
  return stem;
}

}  // namespace giaidap
