// Markdown and HTML marks inside one paragraph of a text file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace giaidap {

// A line without its marks.
struct MarkedLine {
  std::string text;       // plain
  bool all_bold = false;  // every letter of it was set in bold or italics
  std::string bold_lead;  // the bold or italic run it begins with, list mark apart; empty if none
};

// Takes emphasis (*, **, ***), escapes (\*) out of the lines of one paragraph; emphasis may reach over lines.
// Superscript digits (¹²) become footnote marks (block.h), unless they are exponents (m²) or numbers in
// superscript brackets (⁽¹⁾), which stay.
std::vector<MarkedLine> strip_emphasis(const std::vector<std::string>& lines);

// The paragraphs of an HTML fragment (a table cell, or a line laced with tags) as text with Markdown emphasis
// for <b> and <i>, footnote marks for <sup>1</sup>, "(1)" for <sup>(1)</sup>. Unclosed and unknown tags are
// forgiven; script and style contents are left out. Text without tags comes back as one paragraph.
std::vector<std::string> html_paragraphs(std::string_view fragment);

// True where the text has something that looks like a tag or character reference.
bool has_html(std::string_view text);

}  // namespace giaidap
