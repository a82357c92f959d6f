// What the workers of one process share: where the index is, the vocabulary, and the newest snapshot.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "indexer/base/entry.h"
#include "server/query/coded_entries.h"
#include "server/query/columns.h"
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

// What is held in memory of one index revision. Immutable.
struct Snapshot {
  std::string key;             // OpenShards::key()
  std::uint64_t revision = 0;  // of Searcher::Health
  Columns columns;
  Sample sample;
  std::unique_ptr<TermFrequencies> frequencies = std::make_unique<TermFrequencies>();
  std::unique_ptr<PostingLists> postings;  // filled as terms are asked for
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

class IndexHandle {
 public:
  IndexHandle(std::filesystem::path path, std::shared_ptr<ShardWatch> shards, QueryTables tables)
      : path_(std::move(path)), shards_(std::move(shards)), tables_(std::move(tables)) {}

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] const std::shared_ptr<ShardWatch>& shards() const { return shards_; }
  [[nodiscard]] const QueryTables& tables() const { return tables_; }

  // The snapshot of what `shards` show now; read from them where no other thread has done so. Throws Xapian's
  // exceptions.
  std::shared_ptr<const Snapshot> snapshot(const OpenShards& shards);

  // How often a snapshot took the place of another.
  [[nodiscard]] std::uint64_t reopenings() const { return reopenings_; }

 private:
  std::filesystem::path path_;
  std::shared_ptr<ShardWatch> shards_;
  QueryTables tables_;
  std::mutex mutex_;
  std::shared_ptr<const Snapshot> newest_;
  std::atomic<std::uint64_t> reopenings_ = 0;
};

}  // namespace giaidap
