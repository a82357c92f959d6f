// A set of entries, a bit each by document id.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <xapian.h>

namespace giaidap {

class EntrySet {
 public:
  explicit EntrySet(std::size_t documents) : words_(documents / kBits + 1) {}

  void add(Xapian::docid entry) { words_[entry / kBits] |= bit(entry); }
  void remove(Xapian::docid entry) { words_[entry / kBits] &= ~bit(entry); }
  [[nodiscard]] bool contains(Xapian::docid entry) const { return (words_[entry / kBits] & bit(entry)) != 0; }
  void keep_only(const EntrySet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }
  void remove(const EntrySet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
  }

 private:
  static constexpr std::size_t kBits = 64;
  static std::uint64_t bit(Xapian::docid entry) { return std::uint64_t{1} << (entry % kBits); }

  std::vector<std::uint64_t> words_;
};

}  // namespace giaidap
