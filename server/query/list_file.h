// Lists that memory has no room for, in a temporary file: from there, and mostly that is from the system's
// memory for files, they come a hundred times as fast as from the index, which unpacks each posting.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <unordered_map>

#include "server/query/temporary_file.h"

namespace giaidap {

// Of one index revision, by a key that the list tells apart from all others. A list has bytes(), memory() in
// parts, and beside it a form() that one is made of whose memory is still to be filled, as PostingList has
// them. Thread-safe. Without room on the disk it holds nothing, and nobody misses it.
template <typename List>
class ListFile {
 public:
  // At most so many bytes; lists of fewer than `least` are left out: they are made anew soon enough.
  ListFile(std::uint64_t most_bytes, std::size_t least) : file_(most_bytes), least_(least) {}

  void keep(std::uint64_t key, const List& list) {
    if (list.bytes() < least_) return;
    {
      const std::lock_guard lock(mutex_);
      if (!places_.try_emplace(key).second) return;
    }
    const auto begin = file_.append(list.memory());
    const std::lock_guard lock(mutex_);
    if (begin)
      places_[key] = Place{*begin, list.form()};
    else
      places_.erase(key);
  }

  [[nodiscard]] bool holds(std::uint64_t key) const { return place_of(key).has_value(); }

  // Nothing where it does not hold it, or cannot read it any more.
  [[nodiscard]] std::optional<List> find(std::uint64_t key) {
    const std::optional<Place> place = place_of(key);
    if (!place) return std::nullopt;
    List list(place->form);
    if (refill(list, *place)) return list;
    const std::lock_guard lock(mutex_);
    places_.erase(key);
    return std::nullopt;
  }

 private:
  struct Place {
    std::uint64_t begin = 0;
    typename List::Form form;
  };

  // False where it cannot be read, or is another's.
  bool refill(List& list, const Place& place) const {
    std::uint64_t begin = place.begin;
    for (const std::span<std::byte> part : list.memory()) {
      if (!file_.read(begin, part)) return false;
      begin += part.size();
    }
    return list.hash() == place.form.hash;
  }
  [[nodiscard]] std::optional<Place> place_of(std::uint64_t key) const {
    const std::lock_guard lock(mutex_);
    const auto found = places_.find(key);
    return found == places_.end() ? std::nullopt : found->second;
  }

  TemporaryFile file_;
  std::size_t least_;
  mutable std::mutex mutex_;
  std::unordered_map<std::uint64_t, std::optional<Place>> places_;  // none while it is being written
};

}  // namespace giaidap
