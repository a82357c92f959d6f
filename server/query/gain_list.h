// What a concept of several wordings scores in every entry, worked out once for all searches that ask for it:
// an abbreviation whose wordings are made of common words has millions of postings, and is asked for often.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <xapian.h>

#include "server/query/packed_postings.h"
#include "server/query/unfilled.h"

namespace giaidap {

template <typename List>
class ListFile;

// Immutable. Scores are kept in 255 steps, rounded up: enough to tell the entries that may be among the best,
// which are scored for good then. A byte for each entry of the index, or less.
class GainList {
 public:
  static constexpr double kSteps = 255;

  // Scores by document id, none above `largest`.
  GainList(const std::vector<float>& scores, double largest);

  // For ListFile, as PostingList has them.
  struct Form {
    std::size_t size = 0;
    double most = 0;
    std::uint64_t hash = 0;
    std::size_t dense = 0, packed = 0, blocks = 0;
  };
  [[nodiscard]] Form form() const;
  static constexpr std::size_t kParts = 3;
  [[nodiscard]] std::array<std::span<const std::byte>, kParts> memory() const;

  // Entries that score something.
  [[nodiscard]] std::size_t size() const { return size_; }
  // The most that any entry scores, as a share of the largest score.
  [[nodiscard]] double most() const { return most_ / kSteps; }
  // By how much less than it is told an entry may score.
  [[nodiscard]] static constexpr double error() { return 1 / kSteps; }

  // The entry's score as a share of the largest one. `hint` as PackedPostings has it.
  [[nodiscard]] double gain(Xapian::docid entry, PostingHint& hint) const {
    const std::uint32_t steps = dense_.empty() ? packed_.occurrences(entry, hint) : dense(entry);
    return steps / kSteps;
  }

  // visit(entry, steps), in document order.
  template <typename Visit>
  void each(Visit visit) const {
    packed_.each(visit);
    for (std::size_t entry = 0; entry < dense_.size(); ++entry)
      if (dense_[entry] != 0) visit(static_cast<Xapian::docid>(entry), std::uint32_t{dense_[entry]});
  }

  // Adds weight times the share to the scores of all entries, by document id, as long as the index.
  void add(float weight, std::vector<float>& scores) const;

  [[nodiscard]] std::size_t bytes() const { return sizeof(*this) + dense_.size() + packed_.bytes(); }

 private:
  friend class ListFile<GainList>;

  // One whose memory is still to be filled.
  explicit GainList(const Form& form);
  [[nodiscard]] std::array<std::span<std::byte>, kParts> memory();
  [[nodiscard]] std::uint64_t hash() const;
  [[nodiscard]] std::uint32_t dense(Xapian::docid entry) const {
    return entry < dense_.size() ? dense_[entry] : 0;
  }

  std::size_t size_ = 0;
  double most_ = 0;  // in steps
  UnfilledVector<std::uint8_t> dense_;
  PackedPostings packed_;
};

}  // namespace giaidap
