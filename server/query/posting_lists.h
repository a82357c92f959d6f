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

  // The same object for terms whose lists are alike, as those of a syllable with and without tones often are.
  // Throws Xapian's exceptions.
  std::shared_ptr<const PostingList> of(const Xapian::Database& db, const std::string& term);

 private:
  static constexpr std::size_t kMostBytes = 128U << 20U;

  struct Kept {
    std::shared_ptr<const PostingList> list;
    std::size_t bytes = 0;  // of a list that another term has too, next to none
    std::list<const std::string*>::iterator turn;
  };

  // Replaces the list by one that is alike where there is one; tells whether.
  bool share(std::shared_ptr<const PostingList>& list);
  void make_room(std::size_t bytes);

  const std::vector<std::uint32_t>& lengths_;
  double average_length_;
  std::vector<float> damping_;
  std::mutex mutex_;
  std::unordered_map<std::string, Kept> kept_;
  std::unordered_map<std::uint64_t, std::weak_ptr<const PostingList>> by_content_;
  std::list<const std::string*> turns_;  // keys of kept_, what was asked for last in front
  std::size_t bytes_ = 0;
};

}  // namespace giaidap
