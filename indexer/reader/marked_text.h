// A paragraph put together from runs of text, each bold or not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/reader/block.h"

namespace giaidap {

class MarkedText {
 public:
  // `set_apart`: in bold or italics.
  void add(std::string_view text, bool set_apart);
  // Ends the line within the paragraph.
  void line_break();
  void footnote(int number);
  [[nodiscard]] bool empty() const;

  // One Line block for each line that has words, the first set apart from what is before it; place, level and
  // alignment are taken from `like`.
  [[nodiscard]] std::vector<Block> lines(const Block& like) const;

 private:
  struct Run {
    std::string text;
    bool set_apart;
  };
  [[nodiscard]] static Block line_of(const std::vector<Run>& runs, const Block& like);

  std::vector<std::vector<Run>> lines_{1};
};

}  // namespace giaidap
