#include "indexer/reader/pdf_rules.h"

#include <algorithm>

namespace giaidap {
namespace {

constexpr int kDark = 200;                  // lighter pixels are paper or shade
constexpr int kShortestAcross = 18;         // points; shorter runs are letters and underlines of words
constexpr int kShortestDown = 9;            // a row of a table is higher
constexpr int kThickest = 4;                // points; thicker ones are filled areas
constexpr std::size_t kMostRules = 20'000;  // of one page; more are a drawing

// Reads the picture row by row, or column by column.
class Scanner {
 public:
  Scanner(const GrayPicture& picture, bool horizontal) : picture_(picture), horizontal_(horizontal) {}

  std::vector<PdfRule> scan() {
    const int lines = horizontal_ ? picture_.height : picture_.width;
    for (int line = 0; line < lines && rules_.size() < kMostRules; ++line) scan_line(line);
    std::erase_if(rules_, [](const Run& run) { return run.last - run.first >= kThickest; });
    std::vector<PdfRule> rules;
    for (const Run& run : rules_) {
      rules.push_back({horizontal_, (run.first + run.last + 1) / 2.0, static_cast<double>(run.begin),
                       static_cast<double>(run.end)});
    }
    return rules;
  }

 private:
  // A run of dark pixels on the lines from first to last.
  struct Run {
    int first, last, begin, end;
  };

  [[nodiscard]] bool dark(int line, int at) const {
    const int row = horizontal_ ? line : at;
    const int column = horizontal_ ? at : line;
    return picture_.pixels[row * picture_.bytes_per_row + column] < kDark;
  }

  void scan_line(int line) {
    const int length = horizontal_ ? picture_.width : picture_.height;
    const int shortest = horizontal_ ? kShortestAcross : kShortestDown;
    for (int at = 0; at < length;) {
      if (!dark(line, at)) {
        ++at;
        continue;
      }
      const int begin = at;
      while (at < length && dark(line, at)) ++at;
      if (at - begin >= shortest) add({line, line, begin, at});
    }
  }

  // A run right beside one of the line before is the same rule, thicker.
  void add(const Run& run) {
    for (auto known = rules_.rbegin(); known != rules_.rend() && known->last >= run.first - 1 - kThickest;
         ++known) {
      const bool overlaps = known->begin < run.end && run.begin < known->end;
      if (known->last != run.first - 1 || !overlaps) continue;
      known->last = run.last;
      known->begin = std::min(known->begin, run.begin);
      known->end = std::max(known->end, run.end);
      return;
    }
    rules_.push_back(run);
  }

  const GrayPicture& picture_;
  bool horizontal_;
  std::vector<Run> rules_;
};

}  // namespace

std::vector<PdfRule> find_rules(const GrayPicture& picture) {
  std::vector<PdfRule> rules = Scanner(picture, true).scan();
  const std::vector<PdfRule> down = Scanner(picture, false).scan();
  rules.insert(rules.end(), down.begin(), down.end());
  return rules;
}

}  // namespace giaidap
