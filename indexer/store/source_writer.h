// Writes what one source file holds, in place of what it held before. Works inside a transaction of its
// caller; lets Xapian's exceptions through.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/base/entry.h"
#include "indexer/store/document_sink.h"
#include "indexer/store/sources.h"
#include "indexer/store/store.h"

namespace giaidap {

class SourceWriter {
 public:
  // Removes what the file held from the database; what it holds now goes into the sink. Both must outlive the
  // writer.
  SourceWriter(Xapian::WritableDatabase& database, DocumentSink& sink, SourceState source);

  // Adds the record of a dispatch, once, in place of what other files held of it.
  void add_dispatch(const Dispatch& dispatch);
  void add_entry(const Entry& entry, const Dispatch& dispatch, const std::optional<std::string>& date);

  // Notes the file as indexed; what was found by the way.
  std::vector<Finding> finish();

 private:
  void take_over(const Dispatch& dispatch);
  [[nodiscard]] bool is_taken(const std::string& name) const;
  std::string free_name(const Entry& entry);

  Xapian::WritableDatabase& database_;
  DocumentSink& sink_;
  SourceState source_;
  std::map<std::string, std::string> taken_before_;
  SourceRecord record_;
  std::unordered_set<std::string> dispatches_;
  std::unordered_set<std::uint64_t> names_;      // hashes of those given; two that are alike cost a number
  std::unordered_map<std::string, int> copies_;  // of a name that was met again: the last number given
  std::vector<Finding> findings_;
};

// The id and file of each dispatch record under the term; ids and records of damaged ones are passed over.
std::vector<Dispatch> records_under(const Xapian::Database& database, const std::string& term);

// Removes the record and the entries of a dispatch; the count of its entries.
int remove_dispatch(Xapian::WritableDatabase& database, const std::string& id);

}  // namespace giaidap
