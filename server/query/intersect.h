// The entries that have all of several terms.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <xapian.h>

namespace giaidap {

// Where posting lists are. One on another machine comes whole, in a message a posting, whatever is looked up
// in it, so that whole lists are asked for otherwise, and parts of them by queries.
enum class ListsAre { Here, Remote };

// At most `limit` of them, by document id. Here it is done by hand, as a query would go through all postings
// however common the terms: each posting looked at is taken from `postings_left`; at zero it ends with what
// was found. Elsewhere the work is not bounded. Throws Xapian's exceptions.
std::vector<Xapian::docid> intersect(const Xapian::Database& db, ListsAre lists,
                                     std::vector<std::string> terms, std::size_t limit,
                                     std::size_t& postings_left);

// All that have the term, by document id.
std::vector<Xapian::docid> all_with(const Xapian::Database& db, ListsAre lists, const std::string& term);

}  // namespace giaidap
