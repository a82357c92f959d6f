// What the index told of a term, remembered: asking it costs a walk down its tree each time.
#pragma once

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

namespace giaidap {

// Of one index revision. Thread-safe. Terms are known by their hashes and have few places each, side by side,
// of which a newcomer takes that of the one told longest ago: one look into memory finds a term. A term that
// was not told is taken for another once in 2^64 / places times.
template <typename Value>
class TermMemo {
 public:
  // `places`: a power of two, from 4 on; they take 16 bytes each.
  explicit TermMemo(std::size_t places) : places_(places) {}

  [[nodiscard]] std::optional<Value> find(const std::string& term) const {
    const std::uint64_t hash = hash_of(term);
    const std::lock_guard lock(mutex_);
    const auto begin = places_.begin() + row_of(hash);
    const auto found =
        std::find_if(begin, begin + kRow, [hash](const Place& place) { return place.hash == hash; });
    return found == begin + kRow ? std::nullopt : std::optional(found->value);
  }

  void keep(const std::string& term, Value value) {
    const std::uint64_t hash = hash_of(term);
    const std::lock_guard lock(mutex_);
    const auto begin = places_.begin() + row_of(hash);
    const auto known =
        std::find_if(begin, begin + kRow - 1, [hash](const Place& place) { return place.hash == hash; });
    std::move_backward(begin, known, known + 1);
    *begin = {hash, value};
  }

 private:
  static constexpr std::ptrdiff_t kRow = 4;  // places that a term may have
  static constexpr std::uint64_t kNothing = 0;

  struct Place {
    std::uint64_t hash = kNothing;
    Value value{};
  };

  static std::uint64_t hash_of(const std::string& term) {
    const std::uint64_t hash = XXH3_64bits(term.data(), term.size());
    return hash == kNothing ? 1 : hash;
  }
  [[nodiscard]] std::ptrdiff_t row_of(std::uint64_t hash) const {
    return static_cast<std::ptrdiff_t>(hash & (places_.size() - 1)) / kRow * kRow;
  }

  mutable std::mutex mutex_;
  std::vector<Place> places_;
};

// Places for what is asked of an index of so many entries, a power of two like `most`: writing those that a
// small index never fills would take longer than reading it.
constexpr std::size_t memo_places(std::size_t entries, std::size_t of_each, std::size_t most) {
  constexpr std::size_t kLeast = 1U << 10U;
  return std::min(std::bit_ceil(std::max(entries * of_each, kLeast)), most);
}

// How many entries hold a term.
using TermFrequencies = TermMemo<Xapian::doccount>;

}  // namespace giaidap
