#include "indexer/text/phrase_trie.h"

namespace giaidap {

PhraseTrie::Node PhraseTrie::insert(const std::vector<std::string>& words) {
  Node node = root();
  for (const std::string& word : words) {
    const auto [edge, is_new] = nodes_[node].next.try_emplace(word, static_cast<Node>(nodes_.size()));
    node = edge->second;
    if (is_new) nodes_.emplace_back();
  }
  return node;
}

std::optional<PhraseTrie::Node> PhraseTrie::next(Node node, const std::string& word) const {
  const auto edge = nodes_[node].next.find(word);
  if (edge == nodes_[node].next.end()) return std::nullopt;
  return edge->second;
}

}  // namespace giaidap
