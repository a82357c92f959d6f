// The entries that have all of several terms, by hand and within a budget: a query would go through all
// postings, however common the terms.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <xapian.h>

namespace giaidap {

// At most `limit` of them, by document id. Each posting looked at is taken from `postings_left`; at zero it
// ends with what was found. Throws Xapian's exceptions.
std::vector<Xapian::docid> intersect(const Xapian::Database& db, std::vector<std::string> terms,
                                     std::size_t limit, std::size_t& postings_left);

}  // namespace giaidap
