// The postings of one term in memory: which entries hold it, and how often.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <xapian.h>

#include "server/query/packed_postings.h"
#include "server/query/unfilled.h"

namespace giaidap {

template <typename List>
class ListFile;

// Immutable. Of a term that many entries hold half a byte an entry, by document id; else mostly one to two
// bytes for each entry that holds it.
class PostingList {
 public:
  // `damping` by document id (Bm25::damping). The list is dense, which is quicker, where one of `dense_from`
  // entries holds the term. Throws Xapian's exceptions.
  static PostingList read(const Xapian::Database& db, const std::string& term,
                          const std::vector<float>& damping, std::size_t dense_from);
  // The same by a match, which a shard on another machine answers in one message; of a posting list it sends
  // one a posting, which takes ten times as long.
  static PostingList read_by_match(const Xapian::Database& db, const std::string& term,
                                   const std::vector<float>& damping, std::size_t dense_from);

  PostingList() = default;

  // What a list is beside its memory.
  struct Form {
    std::size_t size = 0;
    double most_share = 0;
    std::uint64_t hash = 0;
    std::size_t dense = 0, packed = 0, blocks = 0, often = 0;  // parts of the memory, in elements
  };
  [[nodiscard]] Form form() const;
  static constexpr std::size_t kParts = 4;
  [[nodiscard]] std::array<std::span<const std::byte>, kParts> memory() const;

  // Entries that hold the term.
  [[nodiscard]] std::size_t size() const { return size_; }
  // The largest Bm25::share() that the term has anywhere in the index.
  [[nodiscard]] double most_share() const { return most_share_; }

  // One for lists that tell the same of the same entries, and for no others.
  [[nodiscard]] std::uint64_t content_hash() const { return content_hash_; }

  // How often the entry holds the term, 0 where it does not. With one hint entries are asked about in
  // ascending order.
  [[nodiscard]] std::uint32_t occurrences(Xapian::docid entry, PostingHint& hint) const {
    const std::uint32_t kept = dense_.empty() ? packed_.occurrences(entry, hint) : nibble(entry);
    return kept < many() ? kept : exact(entry);
  }

  // visit(entry, occurrences), in document order.
  template <typename Visit>
  void each(Visit visit) const {
    const auto tell = [&](Xapian::docid entry, std::uint32_t kept) {
      visit(entry, kept < many() ? kept : exact(entry));
    };
    packed_.each(tell);
    for (std::size_t place = 0; place < dense_.size(); ++place) {
      const std::uint8_t two = dense_[place];
      if (two == 0) continue;
      const auto entry = static_cast<Xapian::docid>(2 * place);
      if ((two & kMostOfNibble) != 0) tell(entry, two & kMostOfNibble);
      if (two >> 4U != 0) tell(entry + 1, two >> 4U);
    }
  }

  // Adds weight * Bm25::share() to the scores of all entries that hold the term; both by document id, as long
  // as the damping that the list was read with.
  void add_shares(float weight, const std::vector<float>& damping, std::vector<float>& scores) const;

  [[nodiscard]] std::size_t bytes() const {
    return sizeof(*this) + dense_.size() + packed_.bytes() + often_.size() * sizeof(often_.front());
  }

 private:
  friend class ListFile<PostingList>;

  static constexpr std::uint32_t kMostOfNibble = 15;

  struct Often {
    Xapian::docid entry;
    std::uint32_t occurrences;
  };

  // One whose memory is still to be filled.
  explicit PostingList(const Form& form);
  [[nodiscard]] std::array<std::span<std::byte>, kParts> memory();
  [[nodiscard]] std::uint64_t hash() const;
  // What is kept for this or more occurrences; their number is in often_.
  [[nodiscard]] std::uint32_t many() const {
    return dense_.empty() ? PackedPostings::kMostOccurrences : kMostOfNibble;
  }
  [[nodiscard]] std::uint32_t nibble(Xapian::docid entry) const {
    const std::size_t place = entry / 2;
    if (place >= dense_.size()) return 0;
    return (entry % 2 == 0 ? dense_[place] : dense_[place] >> 4U) & kMostOfNibble;
  }
  [[nodiscard]] std::uint32_t exact(Xapian::docid entry) const;
  void add(Xapian::docid entry, std::uint32_t times);
  // Of postings in document order: each(see), see(entry, occurrences).
  template <typename Each>
  static PostingList made_of(const Each& each, std::size_t postings, const std::vector<float>& damping,
                             std::size_t dense_from);

  std::size_t size_ = 0;
  double most_share_ = 0;
  std::uint64_t content_hash_ = 0;
  UnfilledVector<std::uint8_t> dense_;
  PackedPostings packed_;
  UnfilledVector<Often> often_;  // in document order
};

}  // namespace giaidap
