// A legal document as the corpus knows it: only by the numbers and words with which entries cite it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/agencies.h"
#include "server/query/search.h"

namespace giaidap {

struct DocumentAsCited {
  std::string number;                    // as asked; of a damaged number that surely is another, that one's
  std::string kind, date, issuer, name;  // as most citations have it; empty where none does
  std::string description;               // the sentence that tells most of it
  std::vector<std::string> dates;        // ISO, all met, the commonest first: a number may recur each year
  std::vector<std::string> spellings;    // met, each once, damaged ones too
  std::vector<std::string> joined;       // damaged or shortened spellings that surely mean it
  std::vector<std::string> apart;        // those that may mean it, or that it may mean, but not surely
  std::vector<std::size_t> citing;       // places in the entries given
};

// Of the number asked for, in any spelling, from the entries that cite any number of the same digits. A
// spelling is joined to another where its digits are the same, its signature is a part of the other's or one
// slip away, and exactly one number agrees with the kind, date and issuer that stand beside it.
DocumentAsCited document_as_cited(std::string_view number, const std::vector<SearchHit>& entries,
                                  const Agencies& agencies);

}  // namespace giaidap
