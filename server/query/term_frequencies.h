// How many entries hold a term, remembered: asking the index costs a walk down its tree each time.
#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>

#include <xapian.h>

namespace giaidap {

// Of one index revision. Thread-safe.
class TermFrequencies {
 public:
  // Throws Xapian's exceptions.
  Xapian::doccount of(const Xapian::Database& db, const std::string& term);

 private:
  static constexpr std::size_t kMostTerms = 100'000;  // about 10 MB; then it begins anew

  std::mutex mutex_;
  std::unordered_map<std::string, Xapian::doccount> known_;
};

}  // namespace giaidap
