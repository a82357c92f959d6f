// What stands in the search box while somebody types, as completions are looked up by it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/abbreviations.h"
#include "indexer/text/tokens.h"

namespace giaidap {

// One way to read what was typed.
struct TypedText {
  std::vector<std::string> words;  // without tones, never empty
  bool last_open = true;           // the last word may be unfinished

  // As completion_key() has it; without the last space where the last word may be unfinished.
  [[nodiscard]] std::string key() const;

  // Whether a word of a text is the typed word at this place, or the beginning of it.
  [[nodiscard]] bool is_word(std::size_t place, std::string_view folded) const;

  // Where the typed words stand in the text one after the other, by its words; nullopt if nowhere.
  [[nodiscard]] std::optional<std::size_t> find_in(const std::vector<Token>& text) const;
};

// As typed; with abbreviations written out where they mean one thing only; with phrases abbreviated. None
// where nothing was typed, or so much that nothing is left to complete. The text must be normalize_text()ed.
std::vector<TypedText> readings_of(std::string_view text, const Abbreviations& abbreviations);

}  // namespace giaidap
