// What every reader makes of a file: blocks in reading order, each with its place.
#pragma once

#include <string>
#include <vector>

#include "indexer/base/entry.h"
#include "indexer/base/result.h"

namespace giaidap {

enum class BlockKind { Line, Paragraph, TableRow, PageBreak };

// A run of text in a block's or cell's paragraph, as the source marks it.
struct Block {
  BlockKind kind = BlockKind::Paragraph;
  std::string text;                             // plain text of a paragraph: no tags, no Markdown marks
  std::vector<std::vector<std::string>> cells;  // of a TableRow: paragraphs of each cell
  int heading_level = 0;                        // of the source's own marking (# or <h1>), 0 if none
  bool all_bold = false;                        // the whole paragraph is set in bold
  std::string bold_lead;                        // the bold run that it begins with, else empty
  bool blank_before = false;                    // an empty line stands before it
  bool wraps = false;  // the next block may go on in the same sentence (line of a wrapped text)
  Place place;
};

}  // namespace giaidap
