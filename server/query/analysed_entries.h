// Entries with their texts cut into words, as the second stage of ranking wants them; kept in memory for the
// next search that meets them, while there is room.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "indexer/base/entry.h"
#include "server/query/passage_score.h"

namespace giaidap {

struct AnalysedEntry {
  Entry entry;
  AnalysedText text;
  AnalysedText question;      // empty where there is none
  std::vector<Token> around;  // words_around()
};

// The words that stand around an entry: title, topic, headings, agencies.
std::vector<Token> words_around(const Entry& entry);

// Of one index revision. Thread-safe.
class AnalysedEntries {
 public:
  // nullptr where the record cannot be read. Throws Xapian's exceptions.
  std::shared_ptr<const AnalysedEntry> get(const Xapian::Database& db, Xapian::docid id);

 private:
  static constexpr std::size_t kMostBytes = 32U << 20U;

  struct Kept {
    std::shared_ptr<const AnalysedEntry> entry;
    std::size_t bytes = 0;
  };

  std::mutex mutex_;
  std::unordered_map<Xapian::docid, Kept> kept_;
  std::deque<Xapian::docid> order_;  // the oldest first
  std::size_t bytes_ = 0;
};

}  // namespace giaidap
