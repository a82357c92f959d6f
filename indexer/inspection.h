// --list and --check: an index as its keeper sees it.
#pragma once

#include "indexer/options.h"

namespace giaidap {

// Prints number, date, issuer, title, counts and file of each dispatch, tab-separated.
ExitStatus list_index(const IndexOptions& options);

// Prints what is wrong with the index, and which of the files given are not indexed as they are.
ExitStatus check_index(const IndexOptions& options);

}  // namespace giaidap
