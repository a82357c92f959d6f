// The blocks of a file of dispatches → dispatches with their entries and findings.
#pragma once

#include <filesystem>
#include <string>

#include "indexer/base/entry.h"
#include "indexer/base/result.h"
#include "indexer/dispatch/header_words.h"
#include "indexer/reader/columns.h"
#include "indexer/reader/read_blocks.h"
#include "indexer/text/agencies.h"
#include "indexer/text/vocabulary.h"

namespace giaidap {

// The tables that reading needs, loaded once. Immutable; safe to share by threads.
struct ReadingTables {
  Agencies agencies;
  Vocabulary vocabulary;
  ColumnWords columns;
  HeaderWords header_words;

  static Result<ReadingTables> load(const std::filesystem::path& vocabulary_dir);
};

// What the blocks of one file hold. `file` is its base name.
FileReading read_dispatches(const std::string& file, FileBlocks read, const ReadingTables& tables);

}  // namespace giaidap
