#include "indexer/dispatch/pair_counts.h"

#include "indexer/text/tokens.h"

namespace giaidap {

PairCounts::PairCounts(const std::vector<Block>& blocks) {
  for (const Block& block : blocks) {
    add(block.text);
    for (const CellText& cell : block.cells) {
      for (const std::string& paragraph : cell) add(paragraph);
    }
  }
}

void PairCounts::add(std::string_view text) {
  const std::vector<Token> tokens = tokenize(text);
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (tokens[i].joins_previous) ++counts_[tokens[i - 1].toned + ' ' + tokens[i].toned];
  }
}

int PairCounts::joint(std::string_view head, std::string_view tail) const {
  // Only the ends matter; the rest of a long paragraph need not be analysed.
  constexpr std::size_t kEnd = 120;
  const std::vector<Token> before =
      tokenize(head.size() > kEnd ? head.substr(head.rfind(' ', head.size() - kEnd / 2)) : head);
  const std::vector<Token> after = tokenize(tail.substr(0, tail.find(' ', kEnd / 2)));
  if (before.empty() || after.empty()) return 0;
  const auto found = counts_.find(before.back().toned + ' ' + after.front().toned);
  return found == counts_.end() ? 0 : found->second;
}

}  // namespace giaidap
