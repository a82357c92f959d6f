// Where nothing was found: ways to ask for less, and what they find.
#pragma once

#include <string>
#include <vector>

#include "server/api/app.h"

namespace giaidap {

struct WiderSearch {
  const char* label_key;  // of the interface's words for what is given up
  SearchRequest request;
  std::uint64_t total = 0;
};

struct Wider {
  std::vector<WiderSearch> searches;  // each finds something; that which gives up least first
  std::vector<SearchHit> nearest;     // the first results of the first
  std::string agency;                 // that has most of its results; may be empty
};

// Without filters; without quotation marks, exclusions and with slips mended; without either.
Result<Wider> find_wider(Searcher& searcher, const SearchRequest& request);

// The query without what only narrows it: "dữ liệu" -hộ → dữ liệu.
std::string plain_query(std::string_view query);

}  // namespace giaidap
