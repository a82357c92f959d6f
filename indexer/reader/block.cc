#include "indexer/reader/block.h"

#include <cstdlib>
#include <string_view>

namespace giaidap {
namespace {

bool is_clause_end(char c) { return c == ',' || c == '.' || c == ';' || c == ':' || c == ')'; }

}  // namespace

std::string strip_footnote_marks(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool inside = false;
  bool after_mark = false;
  for (const char c : text) {
    if (c == kFootnoteOpen) {
      inside = true;
    } else if (c == kFootnoteClose) {
      inside = false;
      after_mark = true;
    } else if (!inside) {
      if (after_mark && c == ' ') continue;
      if (after_mark && !is_clause_end(c) && !out.empty() && out.back() != ' ' && out.back() != '\n' &&
          c != '\n') {
        out += ' ';
      }
      if (after_mark && is_clause_end(c) && !out.empty() && out.back() == ' ') out.pop_back();
      after_mark = false;
      out += c;
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

int leading_footnote(std::string_view text) {
  const std::size_t open = text.find_first_not_of(" \t");
  if (open == std::string_view::npos || text[open] != kFootnoteOpen) return 0;
  const std::size_t close = text.find(kFootnoteClose, open);
  if (close == std::string_view::npos) return 0;
  return std::atoi(std::string(text.substr(open + 1, close - open - 1)).c_str());
}

}  // namespace giaidap
