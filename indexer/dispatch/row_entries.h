// Logical rows → entries: qa, petition, task.
#pragma once

#include <string>
#include <vector>

#include "indexer/base/entry.h"
#include "indexer/dispatch/rows.h"
#include "indexer/text/agencies.h"
#include "indexer/text/vocabulary.h"

namespace giaidap {

// What the rows of a table become entries with.
struct RowContext {
  std::string dispatch_id;
  std::vector<std::string> heading;  // what the table stands under: the annex's title
  const Agencies& agencies;
  const Vocabulary& vocabulary;
};

// One entry a row, in order. What cannot be told is left empty and reported: no agency, no answer.
std::vector<Entry> entries_of(const RowTable& table, const RowContext& context,
                              std::vector<Finding>& findings);

}  // namespace giaidap
