// --remove and indexing: the run that changes an index.
#pragma once

#include "indexer/options.h"

namespace giaidap {

// Removes what --remove names, indexes the files, writes the report.
ExitStatus update_index(const IndexOptions& options);

}  // namespace giaidap
