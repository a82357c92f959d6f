// Files one after the other into the store.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "indexer/base/result.h"
#include "indexer/dispatch/read.h"
#include "indexer/progress.h"
#include "indexer/reader/read_blocks.h"
#include "indexer/report.h"
#include "indexer/store/store.h"

namespace giaidap {

inline constexpr std::uintmax_t kMaxDocumentBytes = 64U << 20U;

// What reading depends on beside the file: the vocabulary's tables and the program itself, so that a program
// that reads better reads again. An Error where the folder cannot be read.
Result<std::string> reading_fingerprint(const std::filesystem::path& vocabulary_dir);

// A file as the index would know it: base name, hash of its bytes, of its corrections (overlay.h) and of what
// its reading depends on.
Result<SourceState> source_state(const std::filesystem::path& path, const std::string& fingerprint);

// Whether petitions and questions are indexed with private particulars (particulars.h) as they stand.
enum class Particulars { Masked, Kept };

// What decides how files are read, the choice among it.
std::string with_choice(const std::string& fingerprint, Particulars particulars);

// A file whose turn may be yet to come: what the index would know of it and, of a document that is new to the
// index, its blocks, which a child process may be reading.
struct StartedFile {
  std::filesystem::path path;
  Result<SourceState> source;
  std::optional<PendingBlocks> blocks;
  bool is_begun = true;  // false where no child could be started, which may go better at its turn
};

class Indexing {
 public:
  // All must outlive the object. `fingerprint` is that of with_choice().
  Indexing(Store& store, const ReadingTables& tables, std::string fingerprint, Progress& progress,
           Particulars particulars = Particulars::Masked);

  // Begins to read a file; not while index() is at work, whose threads and a new process don't agree.
  [[nodiscard]] StartedFile start(const std::filesystem::path& path) const;

  // Reads a file into the store. What is wrong with the file stands in its report; an Error is the
  // store's, after which nothing more can be indexed.
  Result<FileReport> index(StartedFile file);

 private:
  Result<Unit> fill(StartedFile& file, FileReport& report);
  Result<Unit> index_rows(const std::filesystem::path& path, const SourceState& source, FileReport& report);
  Result<Unit> index_document(StartedFile& file, FileReport& report);

  Store& store_;
  const ReadingTables& tables_;
  std::string fingerprint_;
  Progress& progress_;
  Particulars particulars_;
  std::set<std::string> names_;  // base names of this run
};

}  // namespace giaidap
