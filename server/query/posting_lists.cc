#include "server/query/posting_lists.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "server/query/scoring.h"

namespace giaidap {
namespace {

// Lists of so many postings, or one for so many entries, are read in any case.
constexpr std::size_t kReadAtOnce = 20'000;
constexpr std::size_t kRareOf = 64;

constexpr std::size_t kMostListsKnown = std::size_t{1} << 17U;
constexpr std::size_t kListsOfEach = 16;  // entry

// From which share of the entries on lists are dense: where memory holds many such lists, from a smaller one.
std::size_t dense_from(std::size_t documents, std::size_t most_bytes) {
  const std::size_t lists = most_bytes / (documents / 2 + 1);
  return std::clamp<std::size_t>(lists / 120, 4, 16);
}

}  // namespace

PostingLists::PostingLists(const std::vector<std::uint32_t>& lengths, double average_length,
                           const ListRoom& room)
    : lengths_(lengths),
      average_length_(std::max(average_length, 1.0)),
      least_damping_(Bm25::damping(0, average_length_)),
      read_at_once_(std::max(kReadAtOnce, lengths.size() / kRareOf)),
      dense_from_(dense_from(lengths.size(), room.memory)),
      most_shares_(memo_places(lengths.size(), kListsOfEach, kMostListsKnown)),
      contents_(memo_places(lengths.size(), kListsOfEach, kMostListsKnown)),
      filed_(room.file, room.filed_from),
      kept_(room.memory,
            [this](std::uint64_t content, const PostingList& list) { filed_.keep(content, list); }),
      gains_(lengths.size(), room) {
  damping_.reserve(lengths.size());
  for (const std::uint32_t length : lengths)
    damping_.push_back(static_cast<float>(Bm25::damping(length, average_length_)));
}

void PostingLists::read_by_match() {
  by_match_ = true;
  read_at_once(std::numeric_limits<std::size_t>::max());
}

double PostingLists::exact_damping(Xapian::docid entry) const {
  return Bm25::damping(entry < lengths_.size() ? lengths_[entry] : average_length_, average_length_);
}

std::shared_ptr<const PostingList> PostingLists::of(const Xapian::Database& db, const std::string& term) {
  if (auto known = kept(term)) return known;
  if (auto known = filed(term)) return known;
  const auto read = by_match_ ? PostingList::read_by_match : PostingList::read;
  auto list = std::make_shared<const PostingList>(read(db, term, damping_, dense_from_));
  contents_.keep(term, list->content_hash());
  most_shares_.keep(term, list->most_share());
  return kept_.keep(list->content_hash(), list, list->bytes());
}

std::shared_ptr<const PostingList> PostingLists::kept(const std::string& term) {
  const auto content = contents_.find(term);
  return content ? kept_.find(*content) : nullptr;
}

bool PostingLists::is_filed(const std::string& term) const {
  const auto content = contents_.find(term);
  return content && filed_.holds(*content);
}

std::shared_ptr<const PostingList> PostingLists::filed(const std::string& term) {
  const auto content = contents_.find(term);
  if (!content) return nullptr;
  auto list = filed_.find(*content);
  if (!list) return nullptr;
  auto shared = std::make_shared<const PostingList>(*std::move(list));
  return kept_.keep(*content, shared, shared->bytes());
}

double PostingLists::most_share(const Xapian::Database& db, const std::string& term) {
  if (const auto known = most_shares_.find(term)) return *known;
  const double most = Bm25::share(std::max(db.get_wdf_upper_bound(term), 1U), least_damping_);
  most_shares_.keep(term, most);
  return most;
}

}  // namespace giaidap
