// The few words of a query as small numbers, so that the many words of texts are compared once.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace giaidap {

class WordTable {
 public:
  using Id = std::uint32_t;  // from 1; 0: not in the table

  WordTable() : places_(kLeastPlaces) {}

  Id add(std::string_view word) {
    if (const Id known = find(word); known != 0) return known;
    words_.emplace_back(word);
    const auto id = static_cast<Id>(words_.size());
    if (2 * words_.size() > places_.size()) {
      grow();
    } else {
      put(id);
    }
    return id;
  }

  [[nodiscard]] Id find(std::string_view word) const {
    for (std::size_t at = hash(word);; ++at) {
      const Id id = places_[at & (places_.size() - 1)];
      if (id == 0 || words_[id - 1] == word) return id;
    }
  }

 private:
  static constexpr std::size_t kLeastPlaces = 256;  // a power of two

  static std::size_t hash(std::string_view word) { return std::hash<std::string_view>{}(word); }

  void put(Id id) {
    std::size_t at = hash(words_[id - 1]);
    while (places_[at & (places_.size() - 1)] != 0) ++at;
    places_[at & (places_.size() - 1)] = id;
  }

  void grow() {
    places_.assign(2 * places_.size(), 0);
    for (Id id = 1; id <= words_.size(); ++id) put(id);
  }

  std::vector<std::string> words_;
  std::vector<Id> places_;
};

}  // namespace giaidap
