// Entries in ascending order, and how often each holds a term, mostly in one to two bytes each. A posting is
// the gap to the entry before and its occurrences as a variable-length number: two bits of occurrences (1, 2,
// 3; 0 where a byte at the end has them) and five bits of the gap in the first byte, seven of it in each byte
// that follows.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include <xapian.h>

#include "server/query/unfilled.h"

namespace giaidap {

// Where the last question about an entry has led to; one that was made fresh begins with the first entry.
struct PostingHint {
  std::size_t block = 0;
  std::uint32_t offset = 0;       // of the byte after the posting that was read last
  Xapian::docid reached = 0;      // the entry of that posting
  std::uint32_t occurrences = 0;  // in it
  bool begun = false;             // of those who go on elsewhere (TermPostings)
};

// Of parts of memory, one after the other.
std::uint64_t hash_of_memory(std::span<const std::span<const std::byte>> parts, std::uint64_t seed);

class PackedPostings {
 public:
  static constexpr std::uint32_t kMostOccurrences = 255;

  PackedPostings() = default;
  // One whose memory, of so many bytes and blocks, is still to be filled with that of another.
  PackedPostings(std::size_t bytes, std::size_t blocks) : bytes_(bytes), blocks_(blocks) {}

  // `occurrences` is 1 to kMostOccurrences.
  void add(Xapian::docid entry, std::uint32_t occurrences);
  // After the last add(): gives back what memory was not needed.
  void finish();

  // How often the entry holds the term, 0 where it does not. With one hint entries are asked about in
  // ascending order.
  [[nodiscard]] std::uint32_t occurrences(Xapian::docid entry, PostingHint& hint) const;

  // visit(entry, occurrences), in document order.
  template <typename Visit>
  void each(Visit visit) const {
    Xapian::docid entry = 0;
    for (const std::uint8_t *at = bytes_.data(), *const end = at + bytes_.size(); at != end;) {
      const std::uint32_t times = step(at, entry);
      visit(entry, times);
    }
  }

  [[nodiscard]] const UnfilledVector<std::uint8_t>& packed() const { return bytes_; }
  [[nodiscard]] std::size_t blocks() const { return blocks_.size(); }
  [[nodiscard]] std::array<std::span<std::byte>, 2> memory() {
    return {std::as_writable_bytes(std::span(bytes_)), std::as_writable_bytes(std::span(blocks_))};
  }
  [[nodiscard]] std::array<std::span<const std::byte>, 2> memory() const {
    return {std::as_bytes(std::span(bytes_)), std::as_bytes(std::span(blocks_))};
  }
  [[nodiscard]] std::size_t bytes() const {
    return bytes_.capacity() + blocks_.capacity() * sizeof(blocks_.front());
  }

 private:
  static constexpr std::size_t kBlock = 32;  // postings, of which the first can be found by itself
  static constexpr std::uint32_t kContinues = 0x80;

  struct Block {
    Xapian::docid before;  // the entry before its first one
    std::uint32_t offset;  // of its first byte
  };

  void go_to_block_of(Xapian::docid entry, PostingHint& hint) const;
  // Reads a posting: goes on to its entry, gives its occurrences.
  static std::uint32_t step(const std::uint8_t*& at, Xapian::docid& entry) {
    const std::uint32_t first = *at++;
    std::uint32_t gap = (first >> 2U) & 31U;
    if ((first & kContinues) != 0) {
      unsigned shift = 5;
      std::uint32_t next = 0;
      do {
        next = *at++;
        gap |= (next & 127U) << shift;
        shift += 7;
      } while ((next & kContinues) != 0);
    }
    entry += gap;
    const std::uint32_t times = first & 3U;
    return times != 0 ? times : *at++;
  }

  UnfilledVector<std::uint8_t> bytes_;
  UnfilledVector<Block> blocks_;
  std::size_t size_ = 0;
  Xapian::docid last_ = 0;
};

}  // namespace giaidap
