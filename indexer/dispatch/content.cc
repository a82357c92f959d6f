#include "indexer/dispatch/content.h"

#include <algorithm>
#include <iterator>

#include "indexer/dispatch/cell_rows.h"
#include "indexer/dispatch/lines.h"
#include "indexer/dispatch/outline.h"
#include "indexer/dispatch/read.h"
#include "indexer/dispatch/row_entries.h"
#include "indexer/dispatch/wrapped_rows.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr std::size_t kTitleParagraphs = 4;  // how far above a table its title may stand

bool is_table_title(const std::string& text) {
  return is_upper_case(text) || fold(text).starts_with("phu luc");
}

// A row of a table without a known header, as a line of text.
Block row_as_line(const Block& row) {
  Block line = row;
  line.kind = BlockKind::Line;
  for (const CellText& cell : row.cells) {
    for (const std::string& paragraph : cell) line.text += (line.text.empty() ? "" : " | ") + paragraph;
  }
  line.cells.clear();
  line.blank_before = true;
  return line;
}

template <typename T>
void move_append(std::vector<T>& to, std::vector<T> from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

ContentReader::ContentReader(const ReadingTables& tables, const PairCounts& pairs, PassageContext& passages,
                             ReadDispatch& dispatch, std::vector<Finding>& findings)
    : tables_(tables), pairs_(pairs), passages_(passages), dispatch_(dispatch), findings_(findings) {}

void ContentReader::read(const std::vector<Block>& blocks) {
  for (std::size_t at = 0; at < blocks.size();) {
    if (begins_table(blocks, at, tables_.columns)) {
      end_prose();
      at = cell_table(blocks, at);
    } else if (blocks[at].kind == BlockKind::TableRow) {
      prose_.push_back(row_as_line(blocks[at++]));
      if (prose_.back().text.empty()) prose_.pop_back();
    } else if (const auto header = wrapped_header(blocks, at, tables_.columns)) {
      end_prose();
      at = wrapped_table(blocks, at, header->end);
    } else {
      prose_.push_back(blocks[at++]);
    }
  }
  end_prose();
}

void ContentReader::end_prose() {
  if (prose_.empty()) return;
  Paragraphs paragraphs = assemble_paragraphs(prose_, pairs_);
  prose_.clear();
  table_title_.clear();
  const std::size_t from = paragraphs.body.size() - std::min(paragraphs.body.size(), kTitleParagraphs);
  std::string title;
  for (std::size_t i = from; i < paragraphs.body.size(); ++i) {
    if (is_table_title(paragraphs.body[i].text))
      title += (title.empty() ? "" : " ") + paragraphs.body[i].text;
  }
  if (!title.empty()) table_title_ = {title};
  Prose prose = outline_of(paragraphs.body);
  move_append(dispatch_.entries, passages_of(prose, std::move(paragraphs.notes), passages_));
  move_append(dispatch_.dispatch.outline, std::move(prose.outline));
}

std::size_t ContentReader::cell_table(const std::vector<Block>& blocks, std::size_t begin) {
  const CellTable read = read_cell_table(blocks, begin, tables_.columns, tables_.agencies, findings_);
  add_table(read.table);
  for (const Footnote& note : read.notes) {
    for (const std::string& piece : cut_at_sentences(note.text, kMaxPassageCharacters)) {
      dispatch_.entries.push_back(make_passage("", table_title_, piece, note.place, passages_));
    }
  }
  return std::max(read.end, begin + 1);
}

std::size_t ContentReader::wrapped_table(const std::vector<Block>& blocks, std::size_t begin,
                                         std::size_t header_end) {
  const auto first = blocks.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto last =
      std::find_if(first, blocks.end(), [](const Block& b) { return b.kind != BlockKind::Line; });
  const std::vector<Block> lines(first, last);
  const auto header = wrapped_header(lines, 0, tables_.columns);
  if (!header) return header_end;
  add_table(read_wrapped_table(lines, *header, tables_.agencies, findings_));
  return begin + lines.size();
}

void ContentReader::add_table(const RowTable& table) {
  for (const std::vector<RowGroup>& path : table.group_paths) {
    OutlineItem item{"", path.back().title};
    for (const RowGroup& group : path) item.path += (item.path.empty() ? "" : ".") + group.label;
    dispatch_.dispatch.outline.push_back(std::move(item));
  }
  const RowContext context{passages_.dispatch_id, table_title_, tables_.agencies, tables_.vocabulary};
  move_append(dispatch_.entries, entries_of(table, context, findings_));
}

}  // namespace giaidap
