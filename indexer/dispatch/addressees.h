// Whom a letter is addressed to.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "indexer/reader/block.h"

namespace giaidap {

struct Addressees {
  std::vector<std::string> names;  // as written, without the marks of their list
  std::size_t lines = 0;           // that they take
};

// "Kính gửi: ..."
bool begins_addressees(const std::string& text);

// The addressees that begin at `at` (begins_addressees must hold there): one behind the colon, or a list
// below it; a name may be wrapped. `opens_field` tells where another field of the head begins.
Addressees read_addressees(const std::vector<Block>& blocks, std::size_t at,
                           const std::function<bool(std::size_t)>& opens_field);

}  // namespace giaidap
