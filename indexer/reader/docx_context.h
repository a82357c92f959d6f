// What all parts of one Word file share while it is read.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/reader/block.h"
#include "indexer/reader/docx_numbering.h"
#include "indexer/reader/docx_styles.h"
#include "indexer/reader/legacy_text.h"
#include "indexer/reader/xml.h"

namespace giaidap {

struct DocxContext {
  std::string file;  // base name, for places
  LegacyText legacy;
  DocxStyles styles;
  DocxNumbering numbering;
  std::map<int, const xmlNode*> notes;                        // footnotes by their ids
  std::vector<std::pair<int, const xmlNode*>> pending_notes;  // referred to, not yet put out
  int note_count = 0;
  int paragraphs = 0;
  std::size_t cells = 0;
  int depth = 0;  // of the element being read

  [[nodiscard]] Place next_place() { return {file, std::nullopt, ++paragraphs}; }
};

inline constexpr int kDeepestDocx = 120;  // elements within one another; deeper ones are left out

// What was deleted or moved away, what only instructs fields, the older of two forms of a drawing,
// properties.
bool is_skipped_docx(std::string_view element);

// The paragraphs and tables below an element, in order. In the body notes stand, marked, behind the paragraph
// or table that refers to them; those of cells and text boxes wait for it.
std::vector<Block> read_docx_body(const xmlNode* body, DocxContext& context);
std::vector<Block> read_docx_blocks(const xmlNode* parent, DocxContext& context);

// One table.
std::vector<Block> read_docx_table(const xmlNode* table, DocxContext& context);

// Calls `take` with each child element that counts, within the limit of depth.
template <typename Take>
void each_docx_child(const xmlNode* parent, DocxContext& context, Take take) {
  if (context.depth >= kDeepestDocx) return;
  ++context.depth;
  for (const xmlNode* at = parent->children; at != nullptr; at = at->next) {
    const std::string_view name = name_of(*at);
    if (!name.empty() && !is_skipped_docx(name)) take(at, name);
  }
  --context.depth;
}

}  // namespace giaidap
