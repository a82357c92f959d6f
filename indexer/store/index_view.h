// An index as its keeper sees it: what is in it, and whether it is sound. Read-only; the state at opening.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "indexer/base/entry.h"
#include "indexer/base/result.h"
#include "indexer/store/store.h"

namespace giaidap {

struct ListedDispatch {
  Dispatch dispatch;
  std::map<std::string, int> counts;  // entries by the word of their kind
};

class IndexView {
 public:
  // Errors (Unavailable): missing, foreign, another format version.
  static Result<IndexView> open(const std::filesystem::path& dir);

  // All dispatches by file, and within a file in its order.
  [[nodiscard]] Result<std::vector<ListedDispatch>> dispatches() const;

  // What is wrong with the index itself: damage of the database, entries that cannot be read or stand in no
  // dispatch. Reads all of it.
  [[nodiscard]] Result<std::vector<Finding>> faults() const;

  // Whether a file is indexed as it is now: empty, or what differs in words.
  [[nodiscard]] Result<std::string> difference(const SourceState& source) const;

 private:
  IndexView(std::filesystem::path dir, Xapian::Database database);
  std::filesystem::path dir_;
  Xapian::Database database_;
};

}  // namespace giaidap
