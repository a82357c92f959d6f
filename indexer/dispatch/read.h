// A file of dispatches → dispatches with their entries and findings: the whole way from bytes.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

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

// Reads one file by its content. An Error means that nothing of it could be read.
Result<FileReading> read_dispatches(const std::string& file, std::string_view bytes,
                                    const ReadingTables& tables);

}  // namespace giaidap
