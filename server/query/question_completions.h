// Questions that begin with the typed words, hold them, or hold each of them. Throws Xapian's exceptions.
#pragma once

#include <cstddef>
#include <vector>

#include "server/query/columns.h"
#include "server/query/completion_candidate.h"
#include "server/query/completions.h"
#include "server/query/intersect.h"
#include "server/query/typed_text.h"

namespace giaidap {

class QuestionCompletions {
 public:
  // `columns` tells which of equal ones come first: those that are newest.
  QuestionCompletions(const Xapian::Database& db, ListsAre lists, const Columns& columns)
      : db_(db), lists_(lists), columns_(columns) {}

  // Each gives the most common ones that it comes by. The work of all calls together is bounded; where it is
  // used up, they find nothing more; that of shards on other machines is not.
  std::vector<CompletionCandidate> beginning_with(const TypedText& typed);
  std::vector<CompletionCandidate> containing(const TypedText& typed);
  std::vector<CompletionCandidate> with_words(const TypedText& typed);

 private:
  std::vector<CompletionCandidate> with_all(std::vector<std::string> terms, const TypedText& typed,
                                            CompletionMatch match);
  std::vector<CompletionCandidate> with_endings(const std::vector<std::string>& terms,
                                                const std::string& beginning, const TypedText& typed,
                                                CompletionMatch match);
  [[nodiscard]] std::vector<Xapian::docid> newest(std::vector<Xapian::docid> entries) const;
  void read(Xapian::docid entry, const TypedText& typed, CompletionCandidate candidate,
            std::vector<CompletionCandidate>& out);

  static constexpr std::size_t kMostPostings = 10000;
  static constexpr std::size_t kMostRecords = 60;

  const Xapian::Database& db_;
  const ListsAre lists_;
  const Columns& columns_;
  std::size_t postings_left_ = kMostPostings;
  std::size_t records_left_ = kMostRecords;
};

}  // namespace giaidap
