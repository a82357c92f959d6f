// Posting lists that memory has no room for, in a temporary file: from there, and mostly that is from the
// system's memory for files, they come a hundred times as fast as from the index, which unpacks each posting.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "server/query/posting_list.h"
#include "server/query/temporary_file.h"

namespace giaidap {

// Of one index revision, by PostingList::content_hash(). Thread-safe. Without room on the disk it holds
// nothing, and nobody misses it.
class ListFile {
 public:
  // At most so many bytes; lists of fewer than `least` are left out: the index gives them soon enough.
  ListFile(std::uint64_t most_bytes, std::size_t least) : file_(most_bytes), least_(least) {}

  void keep(const PostingList& list);
  [[nodiscard]] bool holds(std::uint64_t content) const;
  // Nothing where it does not hold it, or cannot read it any more.
  [[nodiscard]] std::optional<PostingList> find(std::uint64_t content);

 private:
  struct Place {
    std::uint64_t begin = 0;
    PostingList::Form form;
  };

  TemporaryFile file_;
  std::size_t least_;
  mutable std::mutex mutex_;
  std::unordered_map<std::uint64_t, std::optional<Place>> places_;  // none while it is being written
};

}  // namespace giaidap
