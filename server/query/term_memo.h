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

// Of one index revision. Thread-safe. Each place holds the last term that fell on it, by its hash, so that a
// term is found with one look into memory; two terms of one hash are a matter of 2^-64.
template <typename Value>
class TermMemo {
 public:
  explicit TermMemo(std::size_t places) : places_(places) {}  // 16 bytes each

  [[nodiscard]] std::optional<Value> find(const std::string& term) const {
    const std::uint64_t hash = hash_of(term);
    const std::lock_guard lock(mutex_);
    const Place& place = places_[hash % places_.size()];
    return place.hash == hash ? std::optional(place.value) : std::nullopt;
  }

  void keep(const std::string& term, Value value) {
    const std::uint64_t hash = hash_of(term);
    const std::lock_guard lock(mutex_);
    places_[hash % places_.size()] = {hash, value};
  }

 private:
  struct Place {
    std::uint64_t hash = 0;  // 0: nothing yet
    Value value{};
  };

  static std::uint64_t hash_of(const std::string& term) {
    const std::uint64_t hash = XXH3_64bits(term.data(), term.size());
    return hash == 0 ? 1 : hash;
  }

  mutable std::mutex mutex_;
  std::vector<Place> places_;
};

// How many entries hold a term.
using TermFrequencies = TermMemo<Xapian::doccount>;

}  // namespace giaidap
