#include "indexer/dispatch/letterhead.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

std::string joined(const std::vector<std::string>& lines, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) text += (text.empty() ? "" : " ") + lines[i];
  return squeeze(text);
}

// Where the last body of the letterhead begins; a line of one word ("ỦY") is only the beginning of a name.
std::optional<std::size_t> last_body(const std::vector<std::string>& lines, const HeaderWords& words) {
  for (std::size_t i = lines.size(); i-- > 0;) {
    const bool broken = i > 0 && lines[i - 1].find(' ') == std::string::npos;
    if (words.begins_body(lines[i]) && !broken) return i;
    if (broken && words.begins_body(joined(lines, i - 1, lines.size()))) return i - 1;
  }
  return std::nullopt;
}

// "ỦY BAN NHÂN DÂN TỈNH PHÚ YÊN" → "TỈNH PHÚ YÊN"; empty for other bodies.
std::string committee_place(const std::string& body) {
  static constexpr std::array<std::string_view, 2> kCommittees{"ỦY BAN NHÂN DÂN ", "UBND "};
  for (const std::string_view committee : kCommittees) {
    if (fold(body).starts_with(fold(committee))) {
      std::size_t words = static_cast<std::size_t>(std::count(committee.begin(), committee.end(), ' '));
      std::size_t at = 0;
      while (words-- > 0) at = body.find(' ', at) + 1;
      return body.substr(at);
    }
  }
  return {};
}

}  // namespace

std::optional<std::string> letterhead_issuer(const std::vector<std::string>& lines, const Agencies& agencies,
                                             const HeaderWords& words, const Casing& casing) {
  // A body below a people's committee is one of that place, also where it is known by a name that all places
  // share.
  const auto of_place = [&](std::string body, std::size_t begin) {
    const std::string place = committee_place(joined(lines, 0, begin));
    if (!place.empty() && fold(body).find(fold(place)) == std::string::npos) {
      body += casing.restore("X " + place).substr(1);  // only what begins a text gets a capital
    }
    return body;
  };
  for (std::size_t begin = 0; begin < lines.size(); ++begin) {
    if (const auto name = agencies.canonical(joined(lines, begin, lines.size())))
      return of_place(*name, begin);
  }
  const std::optional<std::size_t> begin = last_body(lines, words);
  if (!begin) return std::nullopt;
  return of_place(casing.restore(joined(lines, *begin, lines.size())), *begin);
}

}  // namespace giaidap
