// The same plans run by Xapian's own matcher, for tests to compare ours with. Plans whose concepts have
// several wordings are beyond it: OP_MAX takes the best single term of all wordings and not the best sum.
#pragma once

#include <vector>

#include <xapian.h>

#include "server/query/facets.h"
#include "server/query/plan.h"

namespace giaidap::testing {

// All entries that the plan finds, best first.
std::vector<Scored> match_by_xapian(const Xapian::Database& db, const Plan& plan);

}  // namespace giaidap::testing
