// An open index: database, dispatch headers, vocabulary. Read-only.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/entry.h"
#include "indexer/base/result.h"
#include "server/query/search.h"

namespace giaidap {

// What all workers share: tables of the vocabulary, and per index revision the dispatch headers. Thread-safe.
class IndexHandle;
struct QueryTables;

// Opens a database folder or stub file. Errors are one clear line: missing, foreign, another format version.
Result<std::shared_ptr<IndexHandle>> open_index(const std::filesystem::path& db,
                                                const std::filesystem::path& vocabulary_dir);

// One per worker thread. Reopens by itself when the index has changed, a large one as soon as its new state
// is read in the background; goes on without shards that cannot be reached.
class Searcher {
 public:
  explicit Searcher(const std::shared_ptr<IndexHandle>& handle);
  Searcher(Searcher&&) noexcept;
  ~Searcher();

  Result<SearchResponse> search(const SearchRequest& request);

  // What was typed so far may become these, the likeliest first, at most `limit`; tones and case do not
  // count.
  Result<std::vector<Completion>> complete(std::string_view typed, std::size_t limit);

  // One entry whole; NotFound.
  Result<SearchHit> entry(std::string_view name);
  // Whether others have raised what a pasted text raises, part by part; at most kMaxLetterCharacters of it
  // are read.
  Result<std::vector<AskedPart>> asked_before(std::string_view letter);
  // Nearest entries of other dispatches; answers first for a petition.
  Result<std::vector<SearchHit>> related(const Entry& entry, int limit);
  // Of an answered row: others that raise the same obstacle and are answered otherwise, newest first.
  Result<std::vector<SearchHit>> other_answers(const Entry& entry);
  // All dispatches with their entry counts by kind.
  struct Listed {
    Dispatch dispatch;
    std::vector<FacetCount> counts;
  };
  Result<std::vector<Listed>> dispatches();
  // By number in any spelling, or id; NotFound.
  Result<Listed> dispatch(std::string_view number);
  // Entries of a dispatch in document order; only those asked for are read.
  Result<std::vector<Entry>> entries_of(std::string_view dispatch_id, int offset, int limit);
  // The items of the first ones ("II.2.3/4"), in the same order; much less work than the entries.
  Result<std::vector<std::string>> items_of(std::string_view dispatch_id, int limit);
  // Entries that cite documents whose number has the digits of this one, newest first; in any spelling.
  Result<std::vector<SearchHit>> citing_digits(std::string_view number, int limit);
  // The vocabulary that the index is searched with; lives as long as the Searcher.
  [[nodiscard]] const QueryTables& tables() const;

  // Entries in the index, its revision, and how often it was read anew since it was opened, for health
  // checks.
  struct Health {
    std::uint64_t entries = 0;
    std::uint64_t revision = 0;  // of several shards, a number that changes with each of them
    std::uint64_t reopenings = 0;
    bool partial = false;  // a shard cannot be reached
  };
  Result<Health> health();
  // The same where an entry and a posting list can be read from the index's files at this moment; else an
  // error.
  Result<Health> health_as_read();
  // Of its files on this machine; shards of other machines are not counted.
  [[nodiscard]] std::uintmax_t bytes() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace giaidap
