// Completions while typing: agencies, topics, document numbers and questions that hold what was typed so far.
// Bounded work whatever the size of the index: sorted terms and names are entered by their beginning, few
// postings looked at and few records read.
#pragma once

#include <string_view>
#include <vector>

#include "server/query/index_handle.h"
#include "server/query/search.h"

namespace giaidap {

// What completions are taken from. References to what the session holds.
struct CompletionSource {
  const Xapian::Database& db;
  const Snapshot& snapshot;
  const QueryTables& tables;
};

// What begins like the typed text comes first, then what has it inside, then what has its words; in each what
// has the typed tones, then the more common. Texts that differ only in tones, case or punctuation come once.
// Throws Xapian's exceptions.
std::vector<Completion> complete(const CompletionSource& source, std::string_view typed, std::size_t limit);

}  // namespace giaidap
