// A text as HTML for reading: cited documents are links, abbreviations explained, the words of a query
// marked.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "server/api/explained.h"
#include "server/query/passage_score.h"

namespace giaidap {

// For the texts of one page, one after the other: places are counted through, and of an abbreviation only the
// first is a stop for the keyboard.
class ReadableText {
 public:
  // Each number of `cites`, in any spelling, leads to the page of its document. explainer and scorer may be
  // nullptr; what is given must outlive this.
  ReadableText(const std::vector<std::string>& cites, const Explainer* explainer,
               const PassageScorer* scorer);

  // Escaped. The first mark of each sentence with marks has the id "tim-N", N from 1.
  std::string html(std::string_view text);

  // Of all texts so far.
  [[nodiscard]] int places() const { return places_; }
  [[nodiscard]] const std::map<std::string, std::string>& abbreviations() const { return explained_; }

 private:
  struct Piece;
  std::string piece_html(std::string_view text, const Piece& piece);

  std::set<std::string> cited_keys_;
  const Explainer* explainer_;
  const PassageScorer* scorer_;
  int places_ = 0;
  std::map<std::string, std::string> explained_;
};

}  // namespace giaidap
