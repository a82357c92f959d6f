#include "server/query/packed_postings.h"

#include <algorithm>

namespace giaidap {

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

// Looks for the block on from the hint in strides that double.
std::uint32_t PackedPostings::occurrences(Xapian::docid entry, std::size_t& hint) const {
  std::size_t stride = 1;
  std::size_t end = hint;
  while (end < blocks_.size() && blocks_[end].before < entry) {
    hint = end;
    end += stride;
    stride *= 2;
  }
  const auto begin = blocks_.begin() + static_cast<std::ptrdiff_t>(hint);
  const auto last = blocks_.begin() + static_cast<std::ptrdiff_t>(std::min(end, blocks_.size()));
  const auto next = std::lower_bound(
      begin, last, entry, [](const Block& block, Xapian::docid wanted) { return block.before < wanted; });
  if (next == blocks_.begin()) return 0;
  hint = static_cast<std::size_t>(next - blocks_.begin()) - 1;
  Xapian::docid reached = blocks_[hint].before;
  const std::uint8_t* at = bytes_.data() + blocks_[hint].offset;
  const std::uint8_t* const block_end =
      hint + 1 < blocks_.size() ? bytes_.data() + blocks_[hint + 1].offset : bytes_.data() + bytes_.size();
  while (at != block_end) {
    const std::uint32_t times = step(at, reached);
    if (reached >= entry) return reached == entry ? times : 0;
  }
  return 0;
}

}  // namespace giaidap
