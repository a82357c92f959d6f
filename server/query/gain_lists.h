// Gain lists of the concepts that searches have asked for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "server/query/bounded_cache.h"
#include "server/query/gain_list.h"
#include "server/query/list_file.h"
#include "server/query/list_room.h"
#include "server/query/workspace.h"

namespace giaidap {

struct ScoreUnit;

// Of one index revision. Thread-safe.
class GainLists {
 public:
  // Of an index of so many entries.
  explicit GainLists(std::size_t documents, const ListRoom& room = {});

  // Concepts with fewer postings are added up as quickly from their lists.
  [[nodiscard]] bool is_worth_it(std::uint64_t postings) const { return postings > few_postings_; }
  void few_postings(std::uint64_t most) { few_postings_ = most; }

  // That of the unit, nullptr where there is none: it is made when it is asked for the first time, and where
  // there was no room for it, the second, fourth, eighth time. `key` tells concepts apart whose scores are no
  // multiples of each other; `largest` is more than any score. Throws Xapian's exceptions.
  std::shared_ptr<const GainList> of(std::uint64_t key, const ScoreUnit& unit, double largest,
                                     const std::vector<float>& damping, Workspace& workspace);

 private:
  static constexpr std::size_t kMostKnown = 10'000;

  bool is_time_to_make(std::uint64_t key);

  std::uint64_t few_postings_;
  ListFile<GainList> filed_;  // those that kept_ has no room for
  BoundedCache<std::uint64_t, GainList> kept_;
  std::mutex mutex_;
  std::unordered_map<std::uint64_t, std::uint32_t> asked_;  // by key; forgotten when they are too many
};

}  // namespace giaidap
