// Entries → Xapian documents; one writer at a time, published by atomic commits. The last commit stays
// searchable whatever happens to the process. Not thread-safe.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/entry.h"
#include "indexer/base/result.h"

namespace giaidap {

// What is known of a source file that was indexed before.
struct SourceState {
  std::string file;  // base name
  std::string hash;  // of its bytes and of all that its reading depends on
};

// How large files are indexed.
struct Building {
  unsigned workers = 1;                   // threads that analyse and write
  std::uint64_t least_bytes = 8U << 20U;  // of a file that is worth it
};

class Store {
 public:
  // Opens or creates the database folder for writing. Errors: a foreign database or another format version
  // (Unavailable, with what to do), another indexer at work (Unavailable), no folder, no permission.
  static Result<Store> open(const std::filesystem::path& dir, const Building& building = {});
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // True where this file was indexed with the same content hash and nothing of it was removed since; what
  // other files took over from it counts as theirs.
  [[nodiscard]] bool has_source(const SourceState& source) const;

  // Adds the dispatches of one file and removes what the same file or the same dispatch ids held before, all
  // or nothing. Visible to readers after commit(), or earlier where memory asks for it. Findings: dispatches
  // taken over from other files, names that were taken. After an error the last commit is what is left.
  Result<std::vector<Finding>> put(const SourceState& source, const std::vector<ReadDispatch>& dispatches);

  // The same in steps, for a file that is read row by row: begin, add_entry in document order, finish (which
  // commits) or abandon (which leaves all as it was before begin). Only then anything else may be called, and
  // after an error nothing but abandon.
  // add_entry adds the dispatch's record when it meets its id for the first time; date is the entry's own,
  // ISO. The dispatch may differ from row to row in date and title; its record is the first one.
  // A file of many bytes, beside what the index holds, is made into an index by several threads beside the
  // old one, which it then replaces; meanwhile the disk holds both, and the parts. `meanwhile` is called now
  // and then while finish() waits for the threads.
  Result<Unit> begin(const SourceState& source, std::uint64_t bytes = 0);
  Result<Unit> add_entry(const Entry& entry, const Dispatch& dispatch,
                         const std::optional<std::string>& date);
  [[nodiscard]] double share_written() const;  // of what was added since begin(), 0 to 1
  Result<std::vector<Finding>> finish(const std::function<void()>& meanwhile = {});
  void abandon();

  // Removes a dispatch by id or by its number in any spelling; the count of entries removed, nullopt if it
  // was not there. Its file counts as not indexed from then on, so that indexing it again brings it back.
  Result<std::optional<int>> remove(std::string_view number_or_id);

  Result<Unit> commit();

 private:
  struct Impl;
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace giaidap
