// What the index told of a term, remembered: asking it costs a walk down its tree each time.
#pragma once

#include <xapian.h>
#include <xxhash.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace giaidap {

// Of one index revision. Thread-safe. Terms are known by their hashes and have few places each, side by side,
// of which a newcomer takes that of the one told longest ago: one look into memory finds a term. Two terms
// are taken for one another once in 2^50 times, which moves a rank at most.
template <typename Value>
class TermMemo {
 public:
  // `places`: a power of two; of a number of 32 bits they take 8 bytes each.
  explicit TermMemo(std::size_t places) : places_(places) {}

  [[nodiscard]] std::optional<Value> find(const std::string& term) const {
    const std::uint64_t hash = hash_of(term);
    const std::lock_guard lock(mutex_);
    const auto begin = places_.begin() + row_of(hash);
    const auto found = std::find_if(
        begin, begin + kRow, [check = check_of(hash)](const Place& place) { return place.check == check; });
    return found == begin + kRow ? std::nullopt : std::optional(found->value);
  }

  void keep(const std::string& term, Value value) {
    const std::uint64_t hash = hash_of(term);
    const std::lock_guard lock(mutex_);
    const auto begin = places_.begin() + row_of(hash);
    const auto known = std::find_if(begin, begin + kRow - 1, [check = check_of(hash)](const Place& place) {
      return place.check == check;
    });
    std::move_backward(begin, known, known + 1);
    *begin = {check_of(hash), value};
  }

 private:
  static constexpr std::ptrdiff_t kRow = 4;  // places that a term may have

  struct Place {
    std::uint32_t check = 0;  // 0: nothing yet
    Value value{};
  };

  static std::uint64_t hash_of(const std::string& term) { return XXH3_64bits(term.data(), term.size()); }
  [[nodiscard]] std::ptrdiff_t row_of(std::uint64_t hash) const {
    return static_cast<std::ptrdiff_t>(hash & (places_.size() - 1)) / kRow * kRow;
  }
  static std::uint32_t check_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32U) | 1U; }

  mutable std::mutex mutex_;
  std::vector<Place> places_;
};

// How many entries hold a term.
using TermFrequencies = TermMemo<Xapian::doccount>;

}  // namespace giaidap
