// Values and lengths of all entries, shard by shard. A remote shard would be asked for each document's by
// itself, a million round trips; its matcher sends them all in one answer.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "server/query/intersect.h"
#include "server/query/open_shards.h"

namespace giaidap {

bool has_remote(const std::vector<Shard>& shards);
// Of the database of all shards.
ListsAre where_lists_are(const std::vector<Shard>& shards);

// By ascending number in the database of all shards; documents without a value are left out. Throw Xapian's
// exceptions.
std::vector<std::pair<Xapian::docid, std::string>> gather_values(const std::vector<Shard>& shards,
                                                                 Xapian::valueno slot);
std::vector<std::pair<Xapian::docid, Xapian::termcount>> gather_lengths(const std::vector<Shard>& shards);

}  // namespace giaidap
