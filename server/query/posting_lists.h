// Posting lists that searches have asked for, kept in memory for the next ones, those asked for last while
// there is room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "server/query/posting_list.h"

namespace giaidap {

// Of one index revision. Thread-safe.
class PostingLists {
 public:
  // `lengths` by document id, as Xapian counts them; must outlive the object.
  PostingLists(const std::vector<std::uint32_t>& lengths, double average_length);

  // What damps the terms of each entry (Bm25::damping), by document id.
  [[nodiscard]] const std::vector<float>& damping() const { return damping_; }
  [[nodiscard]] double exact_damping(Xapian::docid entry) const;

  // Throws Xapian's exceptions.
  std::shared_ptr<const PostingList> of(const Xapian::Database& db, const std::string& term);

 private:
  static constexpr std::size_t kMostBytes = 128U << 20U;

  struct Kept {
    std::shared_ptr<const PostingList> list;
    std::list<const std::string*>::iterator turn;
  };

  void make_room(std::size_t bytes);

  const std::vector<std::uint32_t>& lengths_;
  double average_length_;
  std::vector<float> damping_;
  std::mutex mutex_;
  std::unordered_map<std::string, Kept> kept_;
  std::list<const std::string*> turns_;  // keys of kept_, what was asked for last in front
  std::size_t bytes_ = 0;
};

}  // namespace giaidap
