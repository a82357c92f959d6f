// Lines of a table without ruled lines → its rows.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "indexer/reader/gutters.h"
#include "indexer/reader/pdf_page.h"
#include "indexer/reader/pdf_tables.h"
#include "indexer/reader/table_grid.h"

namespace giaidap {

// Lines of a table between two gaps.
using LineGroup = std::vector<const PdfLine*>;

// The lines from `begin` to before `end`, parted where the gap is wider than between lines of a row.
std::vector<LineGroup> line_groups(const std::vector<PdfLine>& lines, std::size_t begin, std::size_t end);

class OpenRows {
 public:
  // `edges` are those of the columns, from left to right, one more than columns.
  explicit OpenRows(std::vector<double> edges) : edges_(std::move(edges)) {}

  // The words of a line in the first column, which label a row.
  [[nodiscard]] std::string label_of(const PdfLine& line) const;
  // A word stands on an edge: the line runs over several columns.
  [[nodiscard]] bool crosses(const PdfLine& line) const;
  // Words stand in several columns.
  [[nodiscard]] bool fills_several(const PdfLine& line) const;

  // What stands above each other in a column is one cell; where cells of one line span those of another, the
  // heading becomes two rows.
  void add_heading(const LineGroup& lines);
  // A row for each label; what stands above the first label is the row before's, unless that label stands in
  // the middle of its row's height.
  void add_rows(const LineGroup& lines);

  PdfTable finish(PdfBox box);

 private:
  using Words = std::vector<PdfWord>;

  [[nodiscard]] std::size_t columns() const { return edges_.size() - 1; }
  [[nodiscard]] std::size_t column_of(double place) const;
  [[nodiscard]] std::pair<std::size_t, std::size_t> columns_under(const Span& span) const;
  [[nodiscard]] bool is_centred_row(const LineGroup& lines) const;
  void add_row(const LineGroup& lines);
  [[nodiscard]] std::vector<GridCell> row(std::vector<Words> cells) const;
  [[nodiscard]] GridCell cell(Words words, std::size_t column, std::size_t spanned) const;

  std::vector<double> edges_;
  std::vector<std::vector<GridCell>> rows_;
};

}  // namespace giaidap
