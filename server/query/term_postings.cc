#include "server/query/term_postings.h"

#include <algorithm>
#include <utility>

#include "server/query/posting_lists.h"

namespace giaidap {
namespace {

constexpr std::size_t kPostingsPerLookUp = 100;  // that are read in the time of a look-up

}  // namespace

TermPostings::TermPostings(std::shared_ptr<const PostingList> list)
    : list_(std::move(list)), size_(list_->size()), most_share_(list_->most_share()) {}

TermPostings::TermPostings(const Xapian::Database& db, PostingLists& lists, std::string term,
                           std::size_t entries)
    : size_(entries),
      most_share_(lists.most_share(db, term)),
      db_(&db),
      lists_(&lists),
      term_(std::move(term)),
      is_filed_(lists.is_filed(term_)) {}

void TermPostings::expect(std::size_t entries) {
  if (!is_read() && (is_filed_ || entries * kPostingsPerLookUp > size_)) read();
}

const PostingList& TermPostings::read() {
  if (!is_read()) list_ = lists_->of(*db_, term_);
  return *list_;
}

std::uint32_t TermPostings::look_up(Xapian::docid entry, PostingHint& hint) {
  if (!hint.begun || !at_) at_ = db_->postlist_begin(term_);
  hint.begun = true;
  if (*at_ == Xapian::PostingIterator()) return 0;
  at_->skip_to(entry);
  const bool holds = *at_ != Xapian::PostingIterator() && **at_ == entry;
  return holds ? std::max(at_->get_wdf(), 1U) : 0;
}

}  // namespace giaidap
