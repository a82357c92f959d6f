#include "indexer/store/free_ids.h"

namespace giaidap {
namespace {

// Looking takes milliseconds for 100 thousand documents, which a small change to a large index is spared
// mostly.
constexpr Xapian::docid kManyAreOneOf = 8;

}  // namespace

FreeIds::FreeIds(const Xapian::Database& database) {
  if (!are_more_than(database, kManyAreOneOf)) return;
  Xapian::docid next = 1;
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    if (*id > next) ranges_.push_back({next, *id});
    next = *id + 1;
  }
  const Xapian::docid last = database.get_lastdocid();
  if (next <= last) ranges_.push_back({next, last + 1});
}

std::optional<Xapian::docid> FreeIds::take() {
  if (at_ == ranges_.size()) return std::nullopt;
  Range& range = ranges_[at_];
  const Xapian::docid id = range.begin++;
  if (range.begin == range.end) ++at_;
  return id;
}

bool FreeIds::are_more_than(const Xapian::Database& database, Xapian::docid one_of) {
  const Xapian::docid last = database.get_lastdocid();
  return last - database.get_doccount() > last / one_of;
}

}  // namespace giaidap
