// Cells of a table row as text, and what labels the row: its number, or the group that it opens.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/dispatch/rows.h"
#include "indexer/reader/block.h"

namespace giaidap {

// The paragraphs of a cell as one text.
std::string join(const CellText& cell);
std::vector<std::string> texts_of(const Block& block);

// "12", "12." or "12)" → "12"; empty for all else.
std::string number_of(const std::string& text);

// A row that opens a group: only a Roman or letter label with a title, or a title that begins with such a
// mark.
std::optional<RowGroup> group_of(const std::vector<std::string>& cells);

}  // namespace giaidap
