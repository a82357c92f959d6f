#include "server/query/posting_list.h"

#include <xxhash.h>

#include <algorithm>
#include <array>

#include "server/query/scoring.h"

namespace giaidap {
namespace {

float share(float times, float damping) { return times / (times + damping); }

constexpr std::size_t kDenseFrom = 10;  // one of so many entries holds the term: half a byte each is less

}  // namespace

PostingList PostingList::read(const Xapian::Database& db, const std::string& term,
                              const std::vector<float>& damping) {
  PostingList list;
  const Xapian::doccount expected = db.get_termfreq(term);
  list.entries_.reserve(expected);
  std::vector<std::uint32_t> times;
  times.reserve(expected);
  for (auto at = db.postlist_begin(term), end = db.postlist_end(term); at != end; ++at) {
    const Xapian::docid entry = *at;
    if (entry >= damping.size()) break;
    const std::uint32_t occurrences = std::max(at.get_wdf(), 1U);  // filters have none
    list.entries_.push_back(entry);
    times.push_back(occurrences);
    list.most_share_ = std::max(list.most_share_, Bm25::share(occurrences, damping[entry]));
  }
  list.size_ = list.entries_.size();
  const bool dense = list.size_ * kDenseFrom >= damping.size();
  const std::uint32_t most = dense ? kMostOfNibble : kMostOfByte;
  for (std::size_t i = 0; i < times.size(); ++i) {
    if (times[i] >= most) list.often_.emplace_back(list.entries_[i], times[i]);
    list.times_.push_back(static_cast<std::uint8_t>(std::min(times[i], most)));
  }
  list.content_hash_ = XXH3_64bits_withSeed(list.entries_.data(), list.size_ * sizeof(list.entries_.front()),
                                            XXH3_64bits(times.data(), times.size() * sizeof(times.front())));
  if (dense) list.pack(damping.size());
  list.entries_.shrink_to_fit();
  list.times_.shrink_to_fit();
  return list;
}

void PostingList::pack(std::size_t documents) {
  dense_.resize(documents / 2 + 1);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Xapian::docid entry = entries_[i];
    const auto times = static_cast<std::uint8_t>(entry % 2 == 0 ? times_[i] : times_[i] << 4U);
    dense_[entry / 2] = static_cast<std::uint8_t>(dense_[entry / 2] | times);
  }
  entries_.clear();
  times_.clear();
}

// Of a dense list without a branch an entry: what does not hold the term gets nothing.
void PostingList::add_shares(float weight, const std::vector<float>& damping,
                             std::vector<float>& scores) const {
  for (std::size_t i = 0; i < entries_.size(); ++i)
    scores[entries_[i]] += weight * share(static_cast<float>(times_[i]), damping[entries_[i]]);
  constexpr std::size_t kBlock = 32;
  std::array<float, kBlock> times{};
  for (std::size_t begin = 0; begin < 2 * dense_.size(); begin += kBlock) {
    const std::size_t size = std::min(kBlock, damping.size() - begin);
    for (std::size_t i = 0; i < kBlock / 2 && begin / 2 + i < dense_.size(); ++i) {
      times[2 * i] = static_cast<float>(dense_[begin / 2 + i] & kMostOfNibble);
      times[2 * i + 1] = static_cast<float>(dense_[begin / 2 + i] >> 4U);
    }
    const float* const damped = damping.data() + begin;
    float* const sums = scores.data() + begin;
    for (std::size_t i = 0; i < size; ++i) sums[i] += weight * share(times[i], damped[i]);
  }
  const float most = static_cast<float>(many());
  for (const auto& [entry, exact] : often_)
    scores[entry] +=
        weight * (share(static_cast<float>(exact), damping[entry]) - share(most, damping[entry]));
}

// Looks on from the hint in strides that double.
std::uint32_t PostingList::sparse(Xapian::docid entry, std::size_t& hint) const {
  std::size_t stride = 1;
  std::size_t end = hint;
  while (end < entries_.size() && entries_[end] < entry) {
    hint = end + 1;
    end += stride;
    stride *= 2;
  }
  const auto last = entries_.begin() + static_cast<std::ptrdiff_t>(std::min(end, entries_.size()));
  const auto found = std::lower_bound(entries_.begin() + static_cast<std::ptrdiff_t>(hint), last, entry);
  hint = static_cast<std::size_t>(found - entries_.begin());
  return hint < entries_.size() && entries_[hint] == entry ? times_[hint] : 0U;
}

std::uint32_t PostingList::exact(Xapian::docid entry) const {
  return std::lower_bound(often_.begin(), often_.end(), std::pair(entry, std::uint32_t{0}))->second;
}

}  // namespace giaidap
