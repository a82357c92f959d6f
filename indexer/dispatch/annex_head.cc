#include "indexer/dispatch/annex_head.h"

#include <algorithm>
#include <cctype>

#include "indexer/dispatch/head_lines.h"
#include "indexer/text/dates.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr std::size_t kHeadBlocks = 14;     // an annex names its parent within so many lines
constexpr std::size_t kLongestMark = 60;    // bytes of "Phụ lục I" and what may stand beside it
constexpr std::size_t kReferenceLines = 5;  // that the reference to the parent may take

bool is_annex_mark(const std::string& text) {
  return text.size() <= kLongestMark && fold(text).starts_with("phu luc");
}

bool opens_reference(const std::string& text) {
  const std::string folded = fold(text.substr(0, 60));
  return text.starts_with("(") && folded.find("kem theo") != std::string::npos;
}

// "ngày23 / 7 /2026": a blank between letters and digits.
std::string with_blanks(const std::string& text) {
  std::string spaced;
  for (const char c : text) {
    const bool digit = std::isdigit(static_cast<unsigned char>(c)) != 0;
    if (digit && !spaced.empty() && std::isalpha(static_cast<unsigned char>(spaced.back())) != 0)
      spaced += ' ';
    spaced += c;
  }
  return spaced;
}

// Where the digits of the number begin in "... số: 11410/BXD-..."; npos where there are none.
std::size_t number_begin(const std::string& text) {
  for (std::size_t at = text.find("số"); at != std::string::npos; at = text.find("số", at + 1)) {
    const std::size_t digit = text.find_first_not_of(": ", at + std::string_view("số").size());
    if (digit != std::string::npos && std::isdigit(static_cast<unsigned char>(text[digit])) != 0)
      return digit;
  }
  return std::string::npos;
}

void read_reference(const std::string& text, const Agencies& agencies, Header& header) {
  const std::size_t number = number_begin(text);
  if (number != std::string::npos) header.number = number_in(std::string_view(text).substr(number));
  const std::size_t day = text.find("ngày");
  if (day != std::string::npos) header.date = find_date(with_blanks(text.substr(day)));
  for (const AgencyMention& mention : agencies.mentions(text)) header.letterhead = mention.name;
}

}  // namespace

std::optional<Header> read_annex_head(const std::vector<Block>& blocks, const Agencies& agencies,
                                      const Casing& casing) {
  const std::size_t limit = std::min(blocks.size(), kHeadBlocks);
  std::size_t at = 0;
  if (at >= limit || blocks[at].kind != BlockKind::Line || !is_annex_mark(blocks[at].text))
    return std::nullopt;
  Header header;
  header.is_annex = true;
  header.kind = "phụ lục";
  std::string title;
  for (++at; at < limit && blocks[at].kind == BlockKind::Line && !opens_reference(blocks[at].text); ++at) {
    title += (title.empty() ? "" : " ") + blocks[at].text;
  }
  if (at >= limit || blocks[at].kind != BlockKind::Line) return std::nullopt;
  std::string reference;
  for (std::size_t count = 0; at < blocks.size() && count < kReferenceLines; ++at, ++count) {
    if (blocks[at].kind != BlockKind::Line) break;
    reference += (reference.empty() ? "" : " ") + blocks[at].text;
    if (blocks[at].text.ends_with(')')) {
      ++at;
      break;
    }
  }
  read_reference(reference, agencies, header);
  if (!title.empty()) header.title = casing.restore(squeeze(title));
  header.end = at;
  return header;
}

}  // namespace giaidap
