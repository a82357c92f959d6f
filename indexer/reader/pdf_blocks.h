// Pages of words → blocks in reading order.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "indexer/reader/block.h"
#include "indexer/reader/pdf_lines.h"
#include "indexer/reader/pdf_page.h"
#include "indexer/reader/pdf_tables.h"

namespace giaidap {

// Takes page after page and tells where paragraphs begin, what is set in the middle, and which tables go on
// from one page to the next.
class PdfBlocks {
 public:
  explicit PdfBlocks(std::string file) : file_(std::move(file)) {}

  // `tables` are the ruled ones, from top to bottom; their words are no longer among the page's.
  void page(const PdfPage& page, std::vector<PdfTable> tables);
  std::vector<Block> finish() { return std::move(blocks_); }

 private:
  void text(std::vector<PdfLine> lines);
  void plain_text(std::vector<PdfLine> lines);
  void column(const PdfColumn& column);
  void rows(PdfTable table);
  [[nodiscard]] bool continues(const std::vector<double>& columns) const;
  [[nodiscard]] Place place_of(const PdfWord& word);
  [[nodiscard]] Place next_place();

  std::string file_;
  std::vector<Block> blocks_;
  std::vector<double> columns_;       // of the table last put out
  std::vector<std::string> heading_;  // its lines, where it had no ruled ones
  bool ruled_ = false;                // it had ruled lines
  int tables_ = 0;
  int page_ = 0;
  int line_ = 0;
  double middle_ = 0;         // of the page
  bool page_begins_ = false;  // nothing of the page was put out yet
};

}  // namespace giaidap
