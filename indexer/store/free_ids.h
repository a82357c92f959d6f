// Document ids that removed documents have left, for new ones. Readers keep columns that have a place for
// each id up to the last one: an index whose files change every day must not grow by what it no longer holds.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <vector>

namespace giaidap {

// For the documents of one source, as it has nothing to do with other changes. Lets Xapian's exceptions
// through.
class FreeIds {
 public:
  FreeIds() = default;  // none
  // Looks through the ids where the free ones among them are many.
  explicit FreeIds(const Xapian::Database& database);

  // In ascending order, as the documents of a source keep theirs; nullopt when no more are known.
  std::optional<Xapian::docid> take();

  // Whether more than one of so many ids is free.
  static bool are_more_than(const Xapian::Database& database, Xapian::docid one_of);

 private:
  struct Range {
    Xapian::docid begin;
    Xapian::docid end;  // behind the last
  };
  std::vector<Range> ranges_;
  std::size_t at_ = 0;
};

}  // namespace giaidap
