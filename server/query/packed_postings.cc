#include "server/query/packed_postings.h"

#include <xxhash.h>

#include <algorithm>

namespace giaidap {

std::uint64_t hash_of_memory(std::span<const std::span<const std::byte>> parts, std::uint64_t seed) {
  std::uint64_t hash = seed;
  for (const std::span<const std::byte> part : parts)
    hash = XXH3_64bits_withSeed(part.data(), part.size(), hash);
  return hash;
}

void PackedPostings::add(Xapian::docid entry, std::uint32_t occurrences) {
  if (size_++ % kBlock == 0) blocks_.push_back({last_, static_cast<std::uint32_t>(bytes_.size())});
  std::uint32_t gap = entry - last_;
  last_ = entry;
  const std::uint32_t told = occurrences < 4 ? occurrences : 0;
  std::uint32_t byte = told | (gap & 31U) << 2U;
  for (gap >>= 5U; gap != 0; gap >>= 7U) {
    bytes_.push_back(static_cast<std::uint8_t>(byte | kContinues));
    byte = gap & 127U;
  }
  bytes_.push_back(static_cast<std::uint8_t>(byte));
  if (told == 0) bytes_.push_back(static_cast<std::uint8_t>(occurrences));
}

void PackedPostings::finish() {
  bytes_.shrink_to_fit();
  blocks_.shrink_to_fit();
}

std::uint32_t PackedPostings::occurrences(Xapian::docid entry, PostingHint& hint) const {
  if (hint.reached < entry) {
    if (hint.block + 1 < blocks_.size() && blocks_[hint.block + 1].before < entry)
      go_to_block_of(entry, hint);
    const std::uint8_t* at = bytes_.data() + hint.offset;
    const std::uint8_t* const end = bytes_.data() + bytes_.size();
    while (hint.reached < entry && at != end) hint.occurrences = step(at, hint.reached);
    hint.offset = static_cast<std::uint32_t>(at - bytes_.data());
  }
  return hint.reached == entry ? hint.occurrences : 0;
}

// The last block that begins after an entry before this one; looked for in strides that double.
void PackedPostings::go_to_block_of(Xapian::docid entry, PostingHint& hint) const {
  std::size_t stride = 1;
  std::size_t end = hint.block + 1;
  while (end < blocks_.size() && blocks_[end].before < entry) {
    hint.block = end;
    end += stride;
    stride *= 2;
  }
  const auto begin = blocks_.begin() + static_cast<std::ptrdiff_t>(hint.block);
  const auto last = blocks_.begin() + static_cast<std::ptrdiff_t>(std::min(end, blocks_.size()));
  const auto next = std::lower_bound(
      begin, last, entry, [](const Block& block, Xapian::docid wanted) { return block.before < wanted; });
  hint.block = static_cast<std::size_t>(next - blocks_.begin()) - 1;
  hint.offset = blocks_[hint.block].offset;
  hint.reached = blocks_[hint.block].before;
}

}  // namespace giaidap
