#include "indexer/dispatch/addressees.h"

#include <optional>

#include "indexer/dispatch/head_lines.h"
#include "indexer/dispatch/numbering.h"
#include "indexer/dispatch/paragraphs.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

// The line at `at` goes on with the last name.
bool name_goes_on(const std::vector<Block>& blocks, std::size_t at, const std::string& last) {
  if (last.ends_with(';') || last.ends_with('.') || !goes_on_with(blocks, at)) return false;
  return starts_lower(blocks[at].text) || needs_more(last) || blocks[at - 1].trailing_space;
}

}  // namespace

bool begins_addressees(const std::string& text) { return fold(text).find("kinh gui") < 6; }

Addressees read_addressees(const std::vector<Block>& blocks, std::size_t at,
                           const std::function<bool(std::size_t)>& opens_field) {
  Addressees read;
  const std::size_t begin = at;
  const std::string& first = blocks[at].text;
  const std::size_t colon = first.find(':');
  if (std::string rest = colon == std::string::npos ? "" : squeeze(first.substr(colon + 1)); !rest.empty())
    read.names.push_back(std::move(rest));
  bool list_open = read.names.empty();
  for (++at; at < blocks.size() && blocks[at].kind == BlockKind::Line; ++at) {
    const std::string& text = blocks[at].text;
    const std::optional<ListMark> mark = leading_mark(text);
    if (list_open && mark && mark->kind == MarkKind::Bullet) {
      read.names.push_back(text.substr(mark->byte_end));
    } else if (!mark && !read.names.empty() && !opens_field(at) &&
               name_goes_on(blocks, at, read.names.back())) {
      read.names.back() += (read.names.back().empty() ? "" : " ") + text;
    } else if (read.names.empty() && !mark && list_open) {
      read.names.push_back(text);
    } else {
      break;
    }
    list_open = list_open && !text.ends_with('.');
  }
  for (std::string& name : read.names) name = without_final_stop(squeeze(name));
  read.lines = at - begin;
  return read;
}

}  // namespace giaidap
