#include "server/query/term_bounds.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "server/query/scoring.h"

namespace giaidap {
namespace {

double read_most_share(const Xapian::Database& db, const std::string& term,
                       const std::vector<std::uint32_t>& lengths, double average_length) {
  double most = 0;
  for (auto at = db.postlist_begin(term); at != db.postlist_end(term); ++at) {
    const Xapian::docid entry = *at;
    const double length = entry < lengths.size() ? lengths[entry] : average_length;
    most = std::max(most, Bm25::share(at.get_wdf(), Bm25::damping(length, average_length)));
  }
  return most;
}

}  // namespace

double TermBounds::most_share(const Xapian::Database& db, const std::string& term,
                              const std::vector<std::uint32_t>& lengths, double average_length) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = known_.find(term);
    if (found != known_.end()) return found->second;
  }
  const double exact = read_most_share(db, term, lengths, average_length);
  const float most = std::nextafter(static_cast<float>(exact), std::numeric_limits<float>::max());
  const std::lock_guard lock(mutex_);
  if (known_.size() >= kMostTerms) known_.clear();
  known_.emplace(term, most);
  return most;
}

}  // namespace giaidap
