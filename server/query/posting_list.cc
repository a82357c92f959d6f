#include "server/query/posting_list.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "server/query/scoring.h"
#include "server/query/wide_vectors.h"

namespace giaidap {
namespace {

float share(float times, float damping) { return times / (times + damping); }

// The largest share of a list, told at its end: a division a posting would cost more than to read it.
class MostShare {
 public:
  void see(std::uint32_t times, float damping) {
    float& least = least_damping_[std::min<std::size_t>(times, kTimes - 1)];
    least = std::min(least, damping);
    most_times_ = std::max(most_times_, times);
  }

  // Never too small: the last place stands for the most occurrences that were seen.
  [[nodiscard]] double value() const {
    double most = 0;
    for (std::size_t times = 1; times < kTimes; ++times) {
      const double occurrences = times + 1 < kTimes ? static_cast<double>(times) : most_times_;
      if (least_damping_[times] < kNone)
        most = std::max(most, Bm25::share(occurrences, least_damping_[times]));
    }
    return most;
  }

 private:
  static constexpr std::size_t kTimes = 16;
  static constexpr float kNone = std::numeric_limits<float>::max();

  static constexpr std::array<float, kTimes> nothing_seen() {
    std::array<float, kTimes> none{};
    none.fill(kNone);
    return none;
  }

  std::array<float, kTimes> least_damping_ = nothing_seen();
  std::uint32_t most_times_ = 0;
};

}  // namespace

PostingList::PostingList(const Form& form)
    : size_(form.size),
      most_share_(form.most_share),
      content_hash_(form.hash),
      dense_(form.dense),
      packed_(form.packed, form.blocks),
      often_(form.often) {}

PostingList::Form PostingList::form() const {
  return {size_,        most_share_, content_hash_, dense_.size(), packed_.packed().size(), packed_.blocks(),
          often_.size()};
}

std::array<std::span<std::byte>, PostingList::kParts> PostingList::memory() {
  const auto [bytes, blocks] = packed_.memory();
  return {std::as_writable_bytes(std::span(dense_)), bytes, blocks,
          std::as_writable_bytes(std::span(often_))};
}

std::array<std::span<const std::byte>, PostingList::kParts> PostingList::memory() const {
  const auto [bytes, blocks] = packed_.memory();
  return {std::as_bytes(std::span(dense_)), bytes, blocks, std::as_bytes(std::span(often_))};
}

template <typename Each>
PostingList PostingList::made_of(const Each& each, std::size_t postings, const std::vector<float>& damping,
                                 std::size_t dense_from) {
  PostingList list;
  const bool dense = postings * dense_from >= damping.size();
  if (dense) list.dense_.resize(damping.size() / 2 + 1, 0);
  MostShare most;
  each([&](Xapian::docid entry, std::uint32_t occurrences) {
    if (entry >= damping.size()) return;
    const std::uint32_t times = std::max(occurrences, 1U);  // filters have none
    most.see(times, damping[entry]);
    list.add(entry, times);
  });
  list.packed_.finish();
  list.most_share_ = most.value();
  list.often_.shrink_to_fit();
  list.content_hash_ = list.hash();
  return list;
}

PostingList PostingList::read(const Xapian::Database& db, const std::string& term,
                              const std::vector<float>& damping, std::size_t dense_from) {
  const auto each = [&](const auto& see) {
    for (auto at = db.postlist_begin(term), end = db.postlist_end(term); at != end; ++at)
      see(*at, at.get_wdf());
  };
  return made_of(each, db.get_termfreq(term), damping, dense_from);
}

// Of weights, "nnn" is the number of occurrences as it is.
PostingList PostingList::read_by_match(const Xapian::Database& db, const std::string& term,
                                       const std::vector<float>& damping, std::size_t dense_from) {
  Xapian::Enquire enquire(db);
  enquire.set_query(Xapian::Query(term));
  enquire.set_weighting_scheme(Xapian::TfIdfWeight("nnn"));
  const Xapian::doccount postings = db.get_termfreq(term);
  const Xapian::MSet found = enquire.get_mset(0, postings);
  std::vector<std::pair<Xapian::docid, std::uint32_t>> in_order;
  in_order.reserve(found.size());
  for (auto entry = found.begin(); entry != found.end(); ++entry)
    in_order.emplace_back(*entry, static_cast<std::uint32_t>(std::lround(entry.get_weight())));
  std::sort(in_order.begin(), in_order.end());
  const auto each = [&](const auto& see) {
    for (const auto& [entry, occurrences] : in_order) see(entry, occurrences);
  };
  return made_of(each, postings, damping, dense_from);
}

std::uint64_t PostingList::hash() const { return hash_of_memory(memory(), size_); }

// In document order.
void PostingList::add(Xapian::docid entry, std::uint32_t times) {
  ++size_;
  if (times >= many()) often_.push_back({entry, times});
  const auto kept = static_cast<std::uint8_t>(std::min(times, many()));
  if (dense_.empty()) {
    packed_.add(entry, kept);
  } else {
    dense_[entry / 2] = static_cast<std::uint8_t>(dense_[entry / 2] | (entry % 2 == 0 ? kept : kept << 4U));
  }
}

// Of a dense list without a branch an entry: what does not hold the term gets nothing.
GIAIDAP_WIDE_VECTORS void PostingList::add_shares(float weight, const std::vector<float>& damping,
                                                  std::vector<float>& scores) const {
  packed_.each([&](Xapian::docid entry, std::uint32_t times) {
    scores[entry] += weight * share(static_cast<float>(times), damping[entry]);
  });
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
  const auto most = static_cast<float>(many());
  for (const auto& [entry, exact] : often_)
    scores[entry] +=
        weight * (share(static_cast<float>(exact), damping[entry]) - share(most, damping[entry]));
}

std::uint32_t PostingList::exact(Xapian::docid entry) const {
  return std::lower_bound(often_.begin(), often_.end(), entry,
                          [](const Often& one, Xapian::docid wanted) { return one.entry < wanted; })
      ->occurrences;
}

}  // namespace giaidap
