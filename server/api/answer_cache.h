// Answers to searches, kept for those who ask the same of the same state of the index.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "server/api/json_views.h"
#include "server/query/bounded_cache.h"
#include "server/query/index.h"

namespace giaidap {

// Of one vocabulary: what it holds was found by its tables. Thread-safe.
class AnswerCache {
 public:
  explicit AnswerCache(std::size_t most_bytes) : kept_(most_bytes) {}

  // nullptr where it is not kept.
  std::shared_ptr<const SearchAnswered> find(const Searcher::Health& index, const SearchRequest& request);
  void keep(const Searcher::Health& index, std::shared_ptr<const SearchAnswered> answered);

 private:
  BoundedCache<std::string, SearchAnswered> kept_;
};

}  // namespace giaidap
