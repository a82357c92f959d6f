// Posting lists that searches have asked for, kept in memory for the next ones, those asked for last while
// there is room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "server/query/bounded_cache.h"
#include "server/query/gain_lists.h"
#include "server/query/list_file.h"
#include "server/query/posting_list.h"
#include "server/query/term_memo.h"

namespace giaidap {

// In bytes.
struct ListRoom {
  std::size_t memory = 200U << 20U;
  std::uint64_t file = 1U << 30U;       // for those that memory has no room for
  std::size_t filed_from = 16U << 10U;  // smaller ones are left out there
};

// Of one index revision. Thread-safe.
class PostingLists {
 public:
  // `lengths` by document id, as Xapian counts them; must outlive the object.
  PostingLists(const std::vector<std::uint32_t>& lengths, double average_length, const ListRoom& room = {});

  // Whether a list of so many postings is read even where few of its entries may be asked about.
  [[nodiscard]] bool reads_at_once(std::size_t postings) const { return postings <= read_at_once_; }
  void read_at_once(std::size_t most_postings) { read_at_once_ = most_postings; }

  // What damps the terms of each entry (Bm25::damping), by document id.
  [[nodiscard]] const std::vector<float>& damping() const { return damping_; }
  [[nodiscard]] double exact_damping(Xapian::docid entry) const;

  // The same object for terms whose lists are alike, as those of a syllable with and without tones often are.
  // Throws Xapian's exceptions.
  std::shared_ptr<const PostingList> of(const Xapian::Database& db, const std::string& term);
  // nullptr where it is not in memory.
  std::shared_ptr<const PostingList> kept(const std::string& term) { return kept_.find(term); }
  // Whether of() gives it without reading it from the index, if it is not in memory.
  [[nodiscard]] bool is_filed(const std::string& term) const { return filed_.holds(term); }
  // What concepts score as a whole.
  GainLists& gains() { return gains_; }
  // No Bm25::share() of the term is larger; exact where its list was read before.
  double most_share(const Xapian::Database& db, const std::string& term);

 private:
  PostingList made(const Xapian::Database& db, const std::string& term);
  // One that is alike, where another term has it; else nullptr, and the list is known from now on.
  std::shared_ptr<const PostingList> alike(const std::shared_ptr<const PostingList>& list);

  const std::vector<std::uint32_t>& lengths_;
  double average_length_;
  std::vector<float> damping_;
  double least_damping_;
  std::size_t read_at_once_;
  std::size_t dense_from_;
  TermMemo<double> most_shares_;
  BoundedCache<std::string, PostingList> kept_;
  ListFile filed_;  // those that kept_ has no room for
  GainLists gains_;
  std::mutex mutex_;
  std::unordered_map<std::uint64_t, std::weak_ptr<const PostingList>> by_content_;
  std::size_t most_contents_ = 1000;  // then those that are gone are forgotten
};

}  // namespace giaidap
