// Phrases as paths of words: from a place in a text, every phrase that begins there is found by walking once.
// Immutable after filling; safe to share by threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace giaidap {

class PhraseTrie {
 public:
  using Node = std::uint32_t;

  PhraseTrie() : nodes_(1) {}

  // The node where the phrase ends, made where it is new.
  Node insert(const std::vector<std::string>& words);
  // Says that a phrase with this id ends here; one phrase may have several ids.
  void mark(Node node, std::uint32_t id) { nodes_[node].ids.push_back(id); }

  [[nodiscard]] static Node root() { return 0; }
  [[nodiscard]] std::optional<Node> next(Node node, const std::string& word) const;
  [[nodiscard]] const std::vector<std::uint32_t>& ids(Node node) const { return nodes_[node].ids; }

 private:
  struct State {
    std::unordered_map<std::string, Node> next;
    std::vector<std::uint32_t> ids;  // of the phrases that end here
  };
  std::vector<State> nodes_;
};

}  // namespace giaidap
