// Runs plans against a database: which entries, in which order.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "server/query/facets.h"
#include "server/query/plan.h"

namespace giaidap {

// All entries that the plan finds, best first; entries of `without_dispatch` left out. Throws Xapian's
// exceptions, as all below.
std::vector<Scored> match(const Xapian::Database& db, const Plan& plan,
                          const std::string& without_dispatch = "");

// nullopt where the record cannot be read.
std::optional<Entry> read_entry(const Xapian::Database& db, Xapian::docid id);

}  // namespace giaidap
