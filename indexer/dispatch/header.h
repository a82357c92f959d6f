// The head of a dispatch: number, date and place, issuer, kind, title, addressees.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/base/entry.h"
#include "indexer/dispatch/casing.h"
#include "indexer/dispatch/header_words.h"
#include "indexer/reader/block.h"
#include "indexer/text/agencies.h"

namespace giaidap {

struct Header {
  std::optional<std::string> number, date, place, kind, title;
  std::optional<std::string> letterhead;  // the agency named above the number
  std::vector<std::string> addressed_to;
  bool has_subject = false;  // "V/v ..." stands below the number, as in letters
  bool is_annex = false;     // an annex in a file of its own; number and date are those of its parent
  std::size_t end = 0;       // the first block after the head
};

// Reads the head from the first blocks of a dispatch. What is not there stays unknown.
Header read_header(const std::vector<Block>& blocks, const Agencies& agencies, const HeaderWords& words,
                   const Casing& casing);

}  // namespace giaidap
