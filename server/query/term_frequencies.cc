#include "server/query/term_frequencies.h"

namespace giaidap {

Xapian::doccount TermFrequencies::of(const Xapian::Database& db, const std::string& term) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = known_.find(term);
    if (found != known_.end()) return found->second;
  }
  const Xapian::doccount entries = db.get_termfreq(term);
  const std::lock_guard lock(mutex_);
  if (known_.size() >= kMostTerms) known_.clear();
  known_.emplace(term, entries);
  return entries;
}

}  // namespace giaidap
