// Tables taken out of PDF as wrapped lines, without cell borders → logical rows.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "indexer/base/entry.h"
#include "indexer/dispatch/rows.h"
#include "indexer/reader/block.h"
#include "indexer/reader/columns.h"
#include "indexer/text/agencies.h"

namespace giaidap {

// The header of such a table: its roles and the first line after it; nullopt if none begins at `at`.
struct WrappedHeader {
  std::vector<ColumnRole> roles;
  std::size_t end = 0;
};
std::optional<WrappedHeader> wrapped_header(const std::vector<Block>& lines, std::size_t at,
                                            const ColumnWords& words);

// Reads all lines after the header. A row begins where a line begins with the next number; its name column
// (petitioner or agency) is what can be read as agencies and nothing else; the rest is its text. A page that
// puts the rest of the names amidst the text is told by the open list of names.
RowTable read_wrapped_table(const std::vector<Block>& lines, const WrappedHeader& header,
                            const Agencies& agencies, std::vector<Finding>& findings);

}  // namespace giaidap
