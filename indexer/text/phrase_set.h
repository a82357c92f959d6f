// Known phrases of a table, found in analysed text or looked up whole. Immutable after filling.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/phrase_trie.h"
#include "indexer/text/tokens.h"

namespace giaidap {

// A known phrase in a text.
struct PhraseMatch {
  std::size_t token_begin;  // tokens of the text
  std::size_t token_end;
  std::uint32_t id;
  bool exact_tones;  // false: some syllable was typed without its tones
};

class PhraseSet {
 public:
  // Several phrases may share an id, and one phrase may have several ids. Punctuation in it does not count.
  void add(std::string_view phrase, std::uint32_t id);

  // The ids of exactly this phrase; syllables without tones stand for all their forms.
  [[nodiscard]] std::vector<std::uint32_t> lookup(std::string_view phrase) const;

  // From left to right, the longest phrase at each place; none overlap and none reach over the end of a
  // clause. A phrase with several ids matches once for each. Where tones tell ids apart, the exact ones win.
  [[nodiscard]] std::vector<PhraseMatch> find_all(const std::vector<Token>& text) const;

 private:
  struct Phrase {
    std::vector<std::string> toned;
    std::uint32_t id;
  };

  std::size_t matches_at(const std::vector<Token>& text, std::size_t at, std::vector<PhraseMatch>& out) const;

  PhraseTrie trie_;  // over folded syllables, to places in phrases_
  std::vector<Phrase> phrases_;
};

}  // namespace giaidap
