// What the index told of a term, remembered: asking it costs a walk down its tree each time.
#pragma once

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include <xapian.h>

namespace giaidap {

// Of one index revision. Thread-safe.
template <typename Value>
class TermMemo {
 public:
  [[nodiscard]] std::optional<Value> find(const std::string& term) const {
    const std::lock_guard lock(mutex_);
    const auto found = known_.find(term);
    return found == known_.end() ? std::nullopt : std::optional(found->second);
  }

  void keep(const std::string& term, Value value) {
    const std::lock_guard lock(mutex_);
    if (known_.size() >= kMostTerms) known_.clear();
    known_.insert_or_assign(term, value);
  }

 private:
  static constexpr std::size_t kMostTerms = 100'000;  // about 10 MB; then it begins anew

  mutable std::mutex mutex_;
  std::unordered_map<std::string, Value> known_;
};

// How many entries hold a term.
using TermFrequencies = TermMemo<Xapian::doccount>;

}  // namespace giaidap
