// One file may hold several dispatches: where each begins.
#pragma once

#include <vector>

#include "indexer/reader/block.h"
#include "indexer/text/agencies.h"

namespace giaidap {

// The blocks of a file, dispatch by dispatch. A new one begins with the letterhead whose number line ("Số:
// ...") follows the close (recipients, signature or "./.") of the one before.
std::vector<std::vector<Block>> split_dispatches(std::vector<Block> blocks, const Agencies& agencies);

}  // namespace giaidap
