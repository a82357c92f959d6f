// Lines → paragraphs: wrapped lines joined, sentences cut by a page made whole, footnotes set apart.
#pragma once

#include <string>
#include <vector>

#include "indexer/dispatch/pair_counts.h"
#include "indexer/reader/block.h"

namespace giaidap {

struct Paragraph {
  std::string text;       // without footnote marks
  int heading_level = 0;  // as in Block
  bool all_bold = false;
  std::string bold_lead;
  std::vector<int> notes;  // footnotes that its text refers to
  Place place;
};

struct Footnote {
  int number = 0;
  std::string text;
  Place place;
};

struct Paragraphs {
  std::vector<Paragraph> body;
  std::vector<Footnote> notes;  // in order of place; numbers may start anew
};

// `lines` are Line blocks of one stretch of prose. `pairs` is of the whole document.
Paragraphs assemble_paragraphs(const std::vector<Block>& lines, const PairCounts& pairs);

// The text goes on in the next line: it ends in no sentence end or other closing sign.
bool is_open_ended(std::string_view text);
// The first letter is a small one.
bool starts_lower(std::string_view text);
// The numbers of the footnotes that the text refers to.
std::vector<int> footnote_references(std::string_view text);

}  // namespace giaidap
