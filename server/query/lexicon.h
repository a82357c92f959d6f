// The syllables of an index: what a word may be a slip of. Read once per revision; immutable.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xapian.h>

namespace giaidap {

class Lexicon {
 public:
  // A syllable with its tones, and how many entries have it.
  struct Reading {
    std::string toned;
    Xapian::doccount entries = 0;
  };

  // From the toned syllables of the body; words that are no Vietnamese syllables are left out. Throws
  // Xapian's exceptions.
  static Lexicon read(const Xapian::Database& db);

  // All syllables that fold to `folded`, the most frequent first; empty if the index has none.
  [[nodiscard]] const std::vector<Reading>& readings(std::string_view folded) const;

  // Folded syllables of the index one slip away: a letter missing, too much, wrong, or two exchanged.
  [[nodiscard]] std::vector<std::string> near(std::string_view folded) const;

 private:
  std::unordered_map<std::string, std::vector<Reading>> by_folded_;
};

}  // namespace giaidap
