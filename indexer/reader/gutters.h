// What words leave free: between columns, and between rows.
#pragma once

#include <vector>

#include "indexer/reader/pdf_page.h"

namespace giaidap {

// From left to right, in points.
struct Span {
  double left = 0, right = 0;

  [[nodiscard]] double middle() const { return (left + right) / 2; }
  [[nodiscard]] double width() const { return right - left; }
};

// The parts of a page's width that words of some lines stand in.
class SpanCoverage {
 public:
  void add(const PdfLine& line);
  void add(Span span);

  // From left to right, none touching the next.
  [[nodiscard]] const std::vector<Span>& covered() const { return covered_; }
  // What is free between them and at least so wide.
  [[nodiscard]] std::vector<Span> gutters(double narrowest) const;
  // The widest free stretch between two places; width 0 where there is none.
  [[nodiscard]] Span widest_free(double begin, double end) const;
  // Room is left for a gutter between each two of the places.
  [[nodiscard]] bool parts(const std::vector<double>& places, double narrowest) const;

 private:
  std::vector<Span> covered_;
};

// Walks down lines and tells the gap above each, whichever of those before reaches lowest.
class Gaps {
 public:
  double next(const PdfLine& line);

 private:
  double bottom_ = 0;
  bool begun_ = false;
};

}  // namespace giaidap
