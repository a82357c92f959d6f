// How often two syllables stand side by side in a document: tells which of two broken sentences a fragment
// goes on.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/reader/block.h"

namespace giaidap {

class PairCounts {
 public:
  explicit PairCounts(const std::vector<Block>& blocks);

  // How often the last syllable of `head` is followed by the first of `tail` elsewhere in the document.
  [[nodiscard]] int joint(std::string_view head, std::string_view tail) const;

 private:
  void add(std::string_view text);
  std::unordered_map<std::string, int> counts_;
};

}  // namespace giaidap
