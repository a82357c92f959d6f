// The postings of a term that a search asks for: read into memory where that pays, else looked up in the
// index for the few entries that are asked about.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "server/query/posting_list.h"

namespace giaidap {

class PostingLists;

// Belongs to one search. Functions throw Xapian's exceptions.
class TermPostings {
 public:
  // Those of a list that is in memory.
  explicit TermPostings(std::shared_ptr<const PostingList> list);
  // Those of a term that `entries` hold. All must outlive the object.
  TermPostings(const Xapian::Database& db, PostingLists& lists, std::string term, std::size_t entries);

  [[nodiscard]] std::size_t size() const { return size_; }
  // No Bm25::share() of the term is larger.
  [[nodiscard]] double most_share() const { return most_share_; }
  [[nodiscard]] bool is_read() const { return list_ != nullptr; }
  // Whether it is read, or so soon that looking it up in the index is never worth it.
  [[nodiscard]] bool is_at_hand() const { return is_read() || is_filed_; }

  // Before so many entries are asked about: reads the list where that is less work.
  void expect(std::size_t entries);
  const PostingList& read();

  // How often the entry holds the term. `hint` as PostingList has it; those that are in use at a time ask
  // about the same entries in turn.
  std::uint32_t occurrences(Xapian::docid entry, PostingHint& hint) {
    return list_ != nullptr ? list_->occurrences(entry, hint) : look_up(entry, hint);
  }

 private:
  std::uint32_t look_up(Xapian::docid entry, PostingHint& hint);

  std::shared_ptr<const PostingList> list_;
  std::size_t size_;
  double most_share_;
  // Of lists that are not read.
  const Xapian::Database* db_ = nullptr;
  PostingLists* lists_ = nullptr;
  std::string term_;
  bool is_filed_ = false;
  std::optional<Xapian::PostingIterator> at_;
};

}  // namespace giaidap
