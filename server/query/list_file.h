// Posting lists that memory has no room for, in a temporary file: from there, and mostly that is from the
// system's memory for files, they come a hundred times as fast as from the index, which unpacks each posting.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <shared_mutex>
#include <string>
#include <unordered_map>

#include "server/query/posting_list.h"
#include "server/query/temporary_file.h"

namespace giaidap {

// Of one index revision. Thread-safe. Without room on the disk it holds nothing, and nobody misses it.
class ListFile {
 public:
  // At most so many bytes; lists of fewer than `least` are left out: the index gives them soon enough.
  ListFile(std::uint64_t most_bytes, std::size_t least) : file_(most_bytes), least_(least) {}

  void keep(const std::string& term, const PostingList& list);
  [[nodiscard]] bool holds(const std::string& term) const { return place_of(term).has_value(); }
  // Nothing where it does not hold it.
  [[nodiscard]] std::optional<PostingList> find(const std::string& term) const;

 private:
  struct Place {
    std::uint64_t begin = 0;
    PostingList::Form form;
  };

  [[nodiscard]] std::optional<Place> place_of(const std::string& term) const;

  TemporaryFile file_;
  std::size_t least_;
  mutable std::shared_mutex mutex_;
  std::unordered_map<std::string, Place> places_;
};

}  // namespace giaidap
