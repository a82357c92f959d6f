// What the index told of a term, remembered: asking it costs a walk down its tree each time.
#pragma once

#include <xapian.h>
#include <xxhash.h>

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace giaidap {

// Of one index revision. Thread-safe. Each place holds the last term that fell on it, known by its hash, so
// that a term is found with one look into memory. Of a million places, two different terms are taken for one
// another once in 2^51 times, which moves a rank at most.
template <typename Value>
class TermMemo {
 public:
  // `places`: a power of two; of a number of 32 bits they take 8 bytes each.
  explicit TermMemo(std::size_t places) : places_(places) {}

  [[nodiscard]] std::optional<Value> find(const std::string& term) const {
    const std::uint64_t hash = hash_of(term);
    const std::lock_guard lock(mutex_);
    const Place& place = places_[place_of(hash)];
    return place.check == check_of(hash) ? std::optional(place.value) : std::nullopt;
  }

  void keep(const std::string& term, Value value) {
    const std::uint64_t hash = hash_of(term);
    const std::lock_guard lock(mutex_);
    places_[place_of(hash)] = {check_of(hash), value};
  }

 private:
  struct Place {
    std::uint32_t check = 0;  // 0: nothing yet
    Value value{};
  };

  static std::uint64_t hash_of(const std::string& term) { return XXH3_64bits(term.data(), term.size()); }
  [[nodiscard]] std::size_t place_of(std::uint64_t hash) const { return hash & (places_.size() - 1); }
  static std::uint32_t check_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32U) | 1U; }

  mutable std::mutex mutex_;
  std::vector<Place> places_;
};

// How many entries hold a term.
using TermFrequencies = TermMemo<Xapian::doccount>;

}  // namespace giaidap
