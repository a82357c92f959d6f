// What a page of a PDF shows: words and ruled lines with their places. All lengths are points (1/72 inch)
// from the upper left corner.
#pragma once

#include <string>
#include <vector>

namespace giaidap {

struct PdfBox {
  double left = 0, top = 0, right = 0, bottom = 0;

  [[nodiscard]] double width() const { return right - left; }
  [[nodiscard]] double height() const { return bottom - top; }
  [[nodiscard]] double middle() const { return (left + right) / 2; }
  [[nodiscard]] double centre() const { return (top + bottom) / 2; }
  // Makes it reach around the other.
  void include(const PdfBox& other);
};

struct PdfWord {
  std::string text;  // UTF-8
  PdfBox box;
  double size = 0;      // of the font
  bool apart = false;   // in bold or italics
  int source_line = 0;  // of the text file that it stands in, from 1; 0 in a PDF
};

// A ruled line: thin, horizontal or vertical.
struct PdfRule {
  bool horizontal = true;
  double at = 0;  // its distance from the top, or from the left
  double begin = 0, end = 0;
};

struct PdfPage {
  int number = 0;  // from 1
  double width = 0, height = 0;
  std::vector<PdfWord> words;
  std::vector<PdfRule> rules;
};

// Words on one line, from left to right.
struct PdfLine {
  std::vector<PdfWord> words;
  PdfBox box;

  void add(PdfWord word);
  // With footnote marks for small raised numbers, one blank between words.
  [[nodiscard]] std::string text() const;
  [[nodiscard]] double size() const;  // of most of its letters
  [[nodiscard]] bool all_apart() const;
  [[nodiscard]] std::string lead() const;  // the words set apart that it begins with
};

}  // namespace giaidap
