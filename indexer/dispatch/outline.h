// Paragraphs → the numbered parts of a dispatch: headings with their paths, and the text under each.
#pragma once

#include <string>
#include <vector>

#include "indexer/base/entry.h"
#include "indexer/dispatch/paragraphs.h"

namespace giaidap {

// The text under one path, up to the next mark that opens another.
struct Section {
  std::string path;                  // "II.2.3"; empty before the first mark
  std::vector<std::string> heading;  // of the parts on the path that have one, outermost first
  std::vector<Paragraph> body;
};

struct Prose {
  std::vector<OutlineItem> outline;
  std::vector<Section> sections;
};

// Headings are told by their mark and by how they are set: marked by the source, in bold, run in before a
// colon, or short without a full stop. Every numbered paragraph opens a part of its own, with or without a
// heading.
Prose outline_of(const std::vector<Paragraph>& paragraphs);

}  // namespace giaidap
