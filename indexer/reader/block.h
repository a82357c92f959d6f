// What every reader makes of a file: blocks in reading order, each with its place.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/entry.h"

namespace giaidap {

// Footnote marks stay in the text of blocks between these two signs ("52-NQ/TW\x02" "1\x03"), so that whoever
// assembles paragraphs can tell notes from body; strip_footnote_marks() takes them out.
inline constexpr char kFootnoteOpen = '\x02';
inline constexpr char kFootnoteClose = '\x03';

enum class BlockKind {
  Line,      // a line of a text file; paragraphs may run over several
  TableRow,  // a row with its cells
};

// The paragraphs of one table cell.
using CellText = std::vector<std::string>;

struct Block {
  BlockKind kind = BlockKind::Line;
  std::string text;  // of a Line: plain, without tags and Markdown marks; a row's text is in its cells
  std::vector<CellText> cells;  // of a TableRow
  int table = 0;                // rows of one table share a number; 0 where the source does not tell
  int heading_level = 0;        // as the source marks it (# = 1), 0 if it does not
  bool all_bold = false;        // the whole line is set in bold or italics
  std::string bold_lead;  // the bold or italic run that the line begins with (after a list mark), else empty
  bool centred = false;   // set in the middle of the line, where the source says so
  bool blank_before = false;    // an empty line stands before it
  bool indented = false;        // begins with a blank: in text taken out of PDF, the first line of a page
  bool trailing_space = false;  // ends with a blank: in such text, the paragraph goes on in the next line
  // Where a tab or many blanks part a line, in bytes of its text: letterheads may set two columns so. 0: all
  // of it stands behind them.
  std::optional<std::size_t> gutter;
  Place place;
};

// The text without footnote marks and without the blank that a mark leaves before punctuation.
std::string strip_footnote_marks(std::string_view text);

// The number of the footnote that the text begins with, 0 if it begins with none.
int leading_footnote(std::string_view text);

}  // namespace giaidap
