// Entries in the form in which the index keeps them: compact, and quick to read where a search looks at many.
//
//   record = byte kind, byte status, then each field in the order of entry_record()
//   text   = length, bytes                         numbers are varints of seven bits a byte, lowest first
//   list   = count, texts
//   optional text  = 0 | 1 text | 2 place length   (a part of the entry's text, which says it already)
//   optional number = 0 | number + 1
#pragma once

#include <string>
#include <string_view>

#include "indexer/base/entry.h"
#include "indexer/base/result.h"

namespace giaidap {

std::string entry_record(const Entry& entry);

// Error (Internal) for anything that entry_record() does not write.
Result<Entry> entry_from_record(std::string_view record);

// Entry::item alone: a small part of the work. What comes behind it is not looked at.
Result<std::string> item_from_record(std::string_view record);

}  // namespace giaidap
