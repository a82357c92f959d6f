// Finds the longest known name that begins at a word. Joiners inside a name are loose ("Lao động, Thương
// binh" = "Lao động - Thương binh" = "Lao động Thương binh"), but a text's joiner where the name has none
// ends it: "các bộ, Công an" is not "Bộ Công an".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/text/name_words.h"
#include "indexer/text/phrase_trie.h"

namespace giaidap {

// How far tones may differ from the name's: words with other tones never fit in running text; in a cell that
// holds names they do, where no second name has the same letters.
enum class Tones { AsTypedOrNone, Any };

struct NameMatch {
  std::size_t words;  // length
  std::uint32_t id;
  bool exact;  // every tone as in the name
};

class NameIndex {
 public:
  // The id that owns the same spelling already, if it is another one; then nothing is added.
  std::optional<std::uint32_t> add(std::string_view spelling, std::uint32_t id);

  [[nodiscard]] std::optional<NameMatch> longest_at(const std::vector<NameWord>& text, std::size_t from,
                                                    Tones tones) const;

 private:
  struct Spelling {
    std::vector<NameWord> words;
    std::uint32_t id;
  };
  enum class Fit { None, Letters, Typed, Exact };

  [[nodiscard]] static Fit fit(const Spelling& spelling, const NameWord* text);
  [[nodiscard]] std::optional<NameMatch> best_of(const std::vector<std::uint32_t>& candidates,
                                                 const NameWord* text, Tones tones) const;

  PhraseTrie trie_;  // over folded words, to places in spellings_
  std::vector<Spelling> spellings_;
};

}  // namespace giaidap
