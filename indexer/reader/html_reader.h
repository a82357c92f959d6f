// Web pages, also those that Word saves → blocks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/result.h"
#include "indexer/reader/block.h"
#include "indexer/reader/legacy_text.h"

namespace giaidap {

struct HtmlPage {
  std::vector<Block> blocks;
  std::string title;  // of the page, may be empty
  LegacyText legacy;  // how its text was written
};

// Paragraphs, headings, list items with their labels, tables with merged cells, footnotes of Word. Scripts,
// styles, menus and forms are left out, as is what is hidden or deleted. Never fails: what is no HTML is
// text.
HtmlPage read_html(std::string_view bytes, const std::string& file);

}  // namespace giaidap
