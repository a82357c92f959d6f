// The head of an annex that comes in a file of its own.
#pragma once

#include <optional>
#include <vector>

#include "indexer/dispatch/header.h"

namespace giaidap {

// "Phụ lục I", its title, "(Kèm theo văn bản số ... ngày ... của ...)": number, date and issuer are its
// parent's. nullopt where the blocks don't begin so.
std::optional<Header> read_annex_head(const std::vector<Block>& blocks, const Agencies& agencies,
                                      const Casing& casing);

}  // namespace giaidap
