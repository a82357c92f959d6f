#include "indexer/store/free_ids.h"

namespace giaidap {
namespace {

// More than one of so many ids.
constexpr Xapian::docid kManyAreOneOf = 8;

}  // namespace

FreeIds::FreeIds(const Xapian::Database& database) {
  const Xapian::docid last = database.get_lastdocid();
  if (last - database.get_doccount() <= last / kManyAreOneOf) return;
  Xapian::docid next = 1;
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    if (*id > next) ranges_.push_back({next, *id});
    next = *id + 1;
  }
  if (next <= last) ranges_.push_back({next, last + 1});
}

std::optional<Xapian::docid> FreeIds::take() {
  if (empty()) return std::nullopt;
  Range& range = ranges_[at_];
  const Xapian::docid id = range.begin++;
  if (range.begin == range.end) ++at_;
  return id;
}

}  // namespace giaidap
