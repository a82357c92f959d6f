// A set of entries, a bit each by document id.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <xapian.h>

namespace giaidap {

class EntrySet {
 public:
  explicit EntrySet(std::size_t documents) : words_(documents / kBits + 1) {}
  // Of any document id, whether there is an entry or not: to be asked, not to be counted or walked through.
  static EntrySet everything(std::size_t documents) {
    EntrySet set(documents);
    set.words_.assign(set.words_.size(), ~std::uint64_t{0});
    return set;
  }

  void add(Xapian::docid entry) { words_[entry / kBits] |= bit(entry); }
  void remove(Xapian::docid entry) { words_[entry / kBits] &= ~bit(entry); }
  [[nodiscard]] bool contains(Xapian::docid entry) const { return (words_[entry / kBits] & bit(entry)) != 0; }
  void keep_only(const EntrySet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }
  void remove(const EntrySet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
  }

  [[nodiscard]] std::size_t size() const {
    std::size_t entries = 0;
    for (const std::uint64_t word : words_) entries += static_cast<std::size_t>(std::popcount(word));
    return entries;
  }

  // Calls use(entry) for each, by ascending id.
  template <typename Use>
  void each(const Use& use) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t left = words_[i]; left != 0; left &= left - 1)
        use(static_cast<Xapian::docid>(i * kBits + static_cast<std::size_t>(std::countr_zero(left))));
    }
  }

 private:
  static constexpr std::size_t kBits = 64;
  static std::uint64_t bit(Xapian::docid entry) { return std::uint64_t{1} << (entry % kBits); }

  std::vector<std::uint64_t> words_;
};

}  // namespace giaidap
