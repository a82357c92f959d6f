#include "indexer/dispatch/segments.h"

#include <iterator>

#include "indexer/dispatch/head_lines.h"
#include "indexer/dispatch/lines.h"

namespace giaidap {
namespace {

bool closes_dispatch(const Block& block) {
  return block.kind == BlockKind::Line && (is_recipients_line(block.text) || block.text.ends_with("./."));
}

bool is_letterhead_line(const Block& block, const Agencies& agencies) {
  if (block.kind != BlockKind::Line) return false;
  return is_motto(block.text) || (is_upper_case(block.text) && agencies.canonical(block.text).has_value());
}

// A number line that holds one: forms in annexes leave theirs blank.
bool names_number(const std::string& text) {
  return is_number_line(text) && number_in(std::string_view(text).substr(text.find(':') + 1)).has_value();
}

// The first line of the letterhead that the number line at `index` stands in.
std::size_t letterhead_begin(const std::vector<Block>& blocks, std::size_t index, const Agencies& agencies) {
  while (index > 0 && is_letterhead_line(blocks[index - 1], agencies)) --index;
  return index;
}

}  // namespace

std::vector<std::vector<Block>> split_dispatches(std::vector<Block> blocks, const Agencies& agencies) {
  std::vector<std::size_t> begins{0};
  bool closed = false;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (closes_dispatch(blocks[i])) closed = true;
    if (closed && blocks[i].kind == BlockKind::Line && names_number(blocks[i].text)) {
      begins.push_back(letterhead_begin(blocks, i, agencies));
      closed = false;
    }
  }
  begins.push_back(blocks.size());
  std::vector<std::vector<Block>> dispatches;
  for (std::size_t i = 0; i + 1 < begins.size(); ++i) {
    const auto first = blocks.begin() + static_cast<std::ptrdiff_t>(begins[i]);
    const auto last = blocks.begin() + static_cast<std::ptrdiff_t>(begins[i + 1]);
    if (first != last) dispatches.emplace_back(std::make_move_iterator(first), std::make_move_iterator(last));
  }
  return dispatches;
}

}  // namespace giaidap
