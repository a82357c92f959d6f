// Judged queries asked of an index.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "server/query/index.h"
#include "tests/e2e/measures.h"

namespace giaidap::calibration {

// Asks every query of the files (DB QUERIES.jsonl... as on a command line) for `per_page` hits and hands
// query and response on. False, with a message on stderr, where the arguments or the index are no good.
using Visit = std::function<void(const e2e::JudgedQuery&, const SearchResponse&)>;
bool ask_all(std::span<char*> arguments, int per_page, const Visit& visit);

// How well a hit answers, 0 to 3.
int grade_of_hit(const SearchHit& hit, const e2e::JudgedQuery& query);

}  // namespace giaidap::calibration
