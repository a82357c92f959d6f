// Document ids that removed documents have left, for new ones. Readers keep columns that have a place for
// each id up to the last one: an index whose files change every day must not grow by what it no longer holds.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <vector>

namespace giaidap {

// Those that were free at one time. They stay so while nobody else writes and no change is taken back.
class FreeIds {
 public:
  FreeIds() = default;  // none
  // None where few are free, as looking for them costs a walk over all documents. Lets Xapian's exceptions
  // through.
  explicit FreeIds(const Xapian::Database& database);

  // In ascending order; nullopt when no more are known.
  std::optional<Xapian::docid> take();
  [[nodiscard]] bool empty() const { return at_ == ranges_.size(); }

 private:
  struct Range {
    Xapian::docid begin;
    Xapian::docid end;  // behind the last
  };
  std::vector<Range> ranges_;
  std::size_t at_ = 0;
};

}  // namespace giaidap
