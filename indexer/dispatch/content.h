// The body and annexes of a dispatch: stretches of prose and tables, in order, as entries.
#pragma once

#include <vector>

#include "indexer/base/entry.h"
#include "indexer/dispatch/pair_counts.h"
#include "indexer/dispatch/passages.h"
#include "indexer/dispatch/rows.h"
#include "indexer/reader/block.h"

namespace giaidap {

struct ReadingTables;

// Reads blocks into `dispatch`: entries, and headings and groups for its outline.
class ContentReader {
 public:
  ContentReader(const ReadingTables& tables, const PairCounts& pairs, PassageContext& passages,
                ReadDispatch& dispatch, std::vector<Finding>& findings);

  void read(const std::vector<Block>& blocks);

 private:
  void end_prose();
  std::size_t cell_table(const std::vector<Block>& blocks, std::size_t begin);
  std::size_t wrapped_table(const std::vector<Block>& blocks, std::size_t begin, std::size_t header_end);
  void add_table(const RowTable& table);

  const ReadingTables& tables_;
  const PairCounts& pairs_;
  PassageContext& passages_;
  ReadDispatch& dispatch_;
  std::vector<Finding>& findings_;
  std::vector<Block> prose_;              // lines not yet made into passages
  std::vector<std::string> table_title_;  // the title lines above the next table
};

}  // namespace giaidap
