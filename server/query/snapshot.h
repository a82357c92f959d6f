// What is held in memory of one index revision, so that searches read little of its files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "indexer/base/entry.h"
#include "server/query/coded_entries.h"
#include "server/query/columns.h"
#include "server/query/intersect.h"
#include "server/query/lexicon.h"
#include "server/query/name_completions.h"
#include "server/query/open_shards.h"
#include "server/query/posting_lists.h"
#include "server/query/sample.h"
#include "server/query/search.h"
#include "server/query/stored_entry.h"
#include "server/query/tables.h"
#include "server/query/term_memo.h"

namespace giaidap {

// Immutable, but for what is filled as it is asked for.
struct Snapshot {
  std::string key;             // OpenShards::key()
  std::uint64_t revision = 0;  // of Searcher::Health
  ListsAre lists = ListsAre::Here;
  Columns columns;
  Sample sample;
  std::unique_ptr<TermFrequencies> frequencies;  // filled as terms are asked for, like the lists
  std::unique_ptr<PostingLists> postings;
  std::unique_ptr<ShownEntries> shown = std::make_unique<ShownEntries>();
  std::unique_ptr<CodedEntries> entries = std::make_unique<CodedEntries>();  // as searches meet them
  Lexicon lexicon;
  NameCompletions names;
  Abbreviations defined;                                               // by the texts themselves
  std::vector<Dispatch> dispatches;                                    // by file, and as they stand in it
  std::map<std::string, std::size_t> by_id;                            // dispatch id → place in dispatches
  std::map<std::string, std::map<std::string, std::uint64_t>> counts;  // dispatch id → kind → entries

  [[nodiscard]] const Dispatch* dispatch(const std::string& id) const;
  [[nodiscard]] DispatchBrief brief(const std::string& id) const;
};

// Of what `shards` show now. Throws Xapian's exceptions.
std::shared_ptr<const Snapshot> read_snapshot(const OpenShards& shards, const QueryTables& tables);

}  // namespace giaidap
