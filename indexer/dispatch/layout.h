// Tables that only set a page: letterheads, addressees, recipients beside the signature.
#pragma once

#include <vector>

#include "indexer/dispatch/header_words.h"
#include "indexer/reader/block.h"

namespace giaidap {

// The blocks with the rows of such tables as lines, column after column. Tables that hold data stay.
std::vector<Block> unfold_layout(std::vector<Block> blocks, const HeaderWords& words);

}  // namespace giaidap
