// Posting lists that searches have asked for, kept for the next ones: those asked for last in memory while
// there is room, the others in a file. Beside them what concepts score (gain lists), which is made of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "server/query/bounded_cache.h"
#include "server/query/gain_lists.h"
#include "server/query/list_file.h"
#include "server/query/list_room.h"
#include "server/query/posting_list.h"
#include "server/query/term_memo.h"

namespace giaidap {

// Of one index revision. Thread-safe.
class PostingLists {
 public:
  // `lengths` by document id, as Xapian counts them; must outlive the object.
  PostingLists(const std::vector<std::uint32_t>& lengths, double average_length, const ListRoom& room = {});

  // Whether a list of so many postings is read even where few of its entries may be asked about.
  [[nodiscard]] bool reads_at_once(std::size_t postings) const { return postings <= read_at_once_; }
  void read_at_once(std::size_t most_postings) { read_at_once_ = most_postings; }
  // For shards on other machines (PostingList::read_by_match()). All lists are read then: a look-up would
  // move one as well, and again each time.
  void read_by_match();

  // What damps the terms of each entry (Bm25::damping), by document id.
  [[nodiscard]] const std::vector<float>& damping() const { return damping_; }
  [[nodiscard]] double exact_damping(Xapian::docid entry) const;

  // The same object for terms whose lists are alike, as those of a syllable with and without tones often are.
  // Throws Xapian's exceptions.
  std::shared_ptr<const PostingList> of(const Xapian::Database& db, const std::string& term);
  // nullptr where it is not in memory.
  std::shared_ptr<const PostingList> kept(const std::string& term);
  // Whether of() gives it without reading it from the index, if it is not in memory.
  [[nodiscard]] bool is_filed(const std::string& term) const;
  // What concepts score as a whole.
  GainLists& gains() { return gains_; }
  // No Bm25::share() of the term is larger; exact where its list was read lately.
  double most_share(const Xapian::Database& db, const std::string& term);

 private:
  std::shared_ptr<const PostingList> filed(const std::string& term);

  const std::vector<std::uint32_t>& lengths_;
  double average_length_;
  std::vector<float> damping_;
  double least_damping_;
  std::size_t read_at_once_;
  bool by_match_ = false;
  std::size_t dense_from_;
  TermMemo<double> most_shares_;
  TermMemo<std::uint64_t> contents_;               // content hashes of the lists
  ListFile<PostingList> filed_;                    // those that kept_ has no room for
  BoundedCache<std::uint64_t, PostingList> kept_;  // by content: terms whose lists are alike have one
  GainLists gains_;
};

}  // namespace giaidap
