#include "server/query/posting_lists.h"

#include <algorithm>
#include <utility>

#include "server/query/scoring.h"

namespace giaidap {
namespace {

constexpr std::size_t kOfEach = 200;  // bytes that a term costs beside its postings

}  // namespace

PostingLists::PostingLists(const std::vector<std::uint32_t>& lengths, double average_length)
    : lengths_(lengths), average_length_(std::max(average_length, 1.0)) {
  damping_.reserve(lengths.size());
  for (const std::uint32_t length : lengths)
    damping_.push_back(static_cast<float>(Bm25::damping(length, average_length_)));
}

double PostingLists::exact_damping(Xapian::docid entry) const {
  return Bm25::damping(entry < lengths_.size() ? lengths_[entry] : average_length_, average_length_);
}

std::shared_ptr<const PostingList> PostingLists::of(const Xapian::Database& db, const std::string& term) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = kept_.find(term);
    if (found != kept_.end()) {
      turns_.splice(turns_.begin(), turns_, found->second.turn);
      return found->second.list;
    }
  }
  auto list = std::make_shared<const PostingList>(PostingList::read(db, term, damping_));
  const std::lock_guard lock(mutex_);
  const std::size_t bytes = kOfEach + (share(list) ? 0 : list->bytes());
  make_room(bytes);
  const auto [place, fresh] = kept_.try_emplace(term);
  if (!fresh) return place->second.list;  // another thread has read it meanwhile
  turns_.push_front(&place->first);
  place->second = {list, bytes, turns_.begin()};
  bytes_ += bytes;
  return list;
}

bool PostingLists::share(std::shared_ptr<const PostingList>& list) {
  std::weak_ptr<const PostingList>& known = by_content_[list->content_hash()];
  const std::shared_ptr<const PostingList> same = known.lock();
  if (same != nullptr && *same == *list) {
    list = same;
    return true;
  }
  known = list;
  return false;
}

void PostingLists::make_room(std::size_t bytes) {
  while (bytes_ + bytes > kMostBytes && !turns_.empty()) {
    const auto oldest = kept_.find(*turns_.back());
    bytes_ -= oldest->second.bytes;
    by_content_.erase(oldest->second.list->content_hash());
    turns_.pop_back();
    kept_.erase(oldest);
  }
}

}  // namespace giaidap
