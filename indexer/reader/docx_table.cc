#include <algorithm>
#include <utility>

#include "indexer/reader/docx_context.h"
#include "indexer/reader/table_grid.h"

namespace giaidap {
namespace {

// Collects rows and knows in which grid column each cell begins, since w:vMerge goes by columns.
class TableReader {
 public:
  explicit TableReader(DocxContext& context) : context_(context) {}

  void rows(const xmlNode* parent) {
    each_docx_child(parent, context_, [&](const xmlNode* at, std::string_view name) {
      if (context_.cells > kMostCells) return;
      if (name == "tr") {
        row(at);
      } else {
        rows(at);
      }
    });
  }

  std::vector<std::vector<GridCell>> finish() { return std::move(rows_); }

 private:
  void row(const xmlNode* node) {
    const xmlNode* const properties = child(node, "trPr");
    if (child(properties, "del") != nullptr) return;
    rows_.emplace_back();
    starts_.emplace_back();
    column_ = 0;
    const int before = number_attribute(child(properties, "gridBefore"), "val", 0);
    if (before > 0) add({{}, std::min(static_cast<std::size_t>(before), kMostColumns), 1, false});
    cells(node);
  }

  void cells(const xmlNode* parent) {
    each_docx_child(parent, context_, [&](const xmlNode* at, std::string_view name) {
      if (name == "tc") {
        cell(at);
      } else {
        cells(at);
      }
    });
  }

  void cell(const xmlNode* node) {
    ++context_.cells;
    const xmlNode* const properties = child(node, "tcPr");
    const int span = number_attribute(child(properties, "gridSpan"), "val", 1);
    GridCell cell;
    cell.columns = static_cast<std::size_t>(std::clamp(span, 1, static_cast<int>(kMostColumns)));
    const xmlNode* const merge = child(properties, "vMerge");
    const bool goes_on = merge != nullptr && attribute(merge, "val") != "restart";
    if (goes_on && grow_above()) {
      column_ += cell.columns;
      return;
    }
    cell.all_bold = true;
    for (Block& block : read_docx_blocks(node, context_)) {
      cell.all_bold = cell.all_bold && block.all_bold;
      if (cell.line == 0) cell.line = block.place.line.value_or(0);
      if (!block.text.empty()) cell.text.push_back(std::move(block.text));
      // Rows of a table within the cell.
      for (CellText& inner : block.cells)
        std::move(inner.begin(), inner.end(), std::back_inserter(cell.text));
    }
    add(std::move(cell));
  }

  void add(GridCell cell) {
    starts_.back().push_back(column_);
    column_ += cell.columns;
    rows_.back().push_back(std::move(cell));
  }

  // The cell that begins in this column of the row above, or reaches down to it, becomes a row higher.
  bool grow_above() {
    const std::size_t last = rows_.size() - 1;
    for (std::size_t row = last; row-- > 0;) {
      const auto at = std::find(starts_[row].begin(), starts_[row].end(), column_);
      if (at == starts_[row].end()) continue;
      GridCell& above = rows_[row][static_cast<std::size_t>(at - starts_[row].begin())];
      if (row + above.rows != last) return false;
      ++above.rows;
      return true;
    }
    return false;
  }

  DocxContext& context_;
  std::vector<std::vector<GridCell>> rows_;
  std::vector<std::vector<std::size_t>> starts_;  // by row, first grid column of each cell
  std::size_t column_ = 0;                        // where the next cell begins
};

}  // namespace

std::vector<Block> read_docx_table(const xmlNode* table, DocxContext& context) {
  const Place place = context.next_place();
  TableReader reader(context);
  reader.rows(table);
  return grid_blocks(reader.finish(), place, *place.line);
}

}  // namespace giaidap
