// The most that terms score anywhere in an index: how far a list of postings can lift an entry. Taken from
// the list itself when a term is asked for the first time, and kept.
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

namespace giaidap {

// Of one index revision. Thread-safe.
class TermBounds {
 public:
  // The largest Bm25::share() of the term; `lengths` by document id. Throws Xapian's exceptions.
  double most_share(const Xapian::Database& db, const std::string& term,
                    const std::vector<std::uint32_t>& lengths, double average_length);

 private:
  static constexpr std::size_t kMostTerms = 200'000;  // some 20 MB

  std::mutex mutex_;
  std::unordered_map<std::string, float> known_;
};

}  // namespace giaidap
