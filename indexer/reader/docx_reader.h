// Word files (.docx) → blocks.
#pragma once

#include <string>
#include <vector>

#include "indexer/base/result.h"
#include "indexer/reader/block.h"
#include "indexer/reader/legacy_text.h"
#include "indexer/reader/zip_archive.h"

namespace giaidap {

struct DocxText {
  std::vector<Block> blocks;
  LegacyText legacy;  // how its text was written
};

// Paragraphs with their heading level and the list label that Word shows; tables with merged cells; tracked
// changes as accepted; text boxes behind the paragraph that they hang on; footnotes, marked, behind the
// paragraph or table that refers to them. Word tells no pages: places count the paragraphs as lines. `file`
// is the base name.
Result<DocxText> read_docx(const ZipArchive& archive, const std::string& file);

}  // namespace giaidap
