// Entries as the second stage of ranking and excerpts want them, their words as numbers; kept in memory for
// the next search that meets them, while there is room.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/base/entry.h"
#include "server/query/bounded_cache.h"
#include "server/query/word_code.h"

namespace giaidap {

struct CodedEntry {
  EntryKind kind = EntryKind::Passage;
  bool titled = false;
  CodedText text;
  CodedText question;  // empty where there is none
  std::vector<WordCode> around;
  std::vector<std::string> petitioners{};
  std::string dispatch_id{};
};
CodedEntry coded(const Entry& entry);

// The words that stand around an entry: title, topic, headings, agencies.
std::vector<Token> words_around(const Entry& entry);

// Of one index revision. Thread-safe.
class CodedEntries {
 public:
  static constexpr std::size_t kLeastBytes = 110U << 20U;

  explicit CodedEntries(std::size_t most_bytes = kLeastBytes) : kept_(most_bytes) {}

  // nullptr where the record cannot be read. Throws Xapian's exceptions.
  std::shared_ptr<const CodedEntry> get(const Xapian::Database& db, Xapian::docid id);

 private:
  BoundedCache<Xapian::docid, CodedEntry> kept_;
};

}  // namespace giaidap
