// The domain types as JSON, in the contract's field names; also the form in which entries and dispatches are
// stored in the index. Parsing is lenient to missing fields and an Error for anything malformed.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

#include "indexer/base/entry.h"
#include "indexer/base/result.h"

namespace giaidap {

nlohmann::json to_json(const Entry& entry);
nlohmann::json to_json(const Dispatch& dispatch);
Result<Entry> entry_from_json(std::string_view stored);
Result<Dispatch> dispatch_from_json(std::string_view stored);

}  // namespace giaidap
