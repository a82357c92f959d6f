// Entries → Xapian documents; one writer at a time, published by atomic commits. The last commit stays
// searchable whatever happens to the process.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "indexer/base/entry.h"
#include "indexer/base/result.h"

namespace giaidap {

// What is known of a source file that was indexed before.
struct SourceState {
  std::string file;  // base name
  std::string hash;  // of its bytes
};

class Store {
 public:
  // Opens or creates the database folder for writing. Errors: a foreign database or another format version
  // (Unavailable, with what to do), another indexer at work (Unavailable), no permission.
  static Result<Store> open(const std::filesystem::path& dir);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // True where this file was indexed with the same content hash.
  [[nodiscard]] bool has_source(const SourceState& source) const;

  // Adds the dispatches of one file and removes what the same file or the same dispatch numbers held before.
  // Visible to readers after commit().
  Result<Unit> put(const SourceState& source, const std::vector<ReadDispatch>& dispatches);

  // Removes a dispatch by number or id; the count of entries removed, 0 if it was not there.
  Result<int> remove(const std::string& dispatch_id);

  Result<Unit> commit();

  // All dispatch records, by file and place in it.
  [[nodiscard]] Result<std::vector<Dispatch>> dispatches() const;

 private:
  struct Impl;
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace giaidap
