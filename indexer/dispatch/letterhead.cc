#include "indexer/dispatch/letterhead.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/text/normalize.h"
#include "indexer/text/tokens.h"

namespace giaidap {
namespace {

// With all its bytes.
std::string first_letter(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return std::string(text.substr(0, end));
}

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

// Words from which on a name of a place stands: behind "tỉnh", "xã", "Huyện ủy", but not in "xã hội".
std::size_t place_begin(const std::vector<Token>& tokens) {
  static constexpr std::array<std::string_view, 8> kLevels{"tinh",   "pho", "quan", "huyen",
                                                           "phuong", "xa",  "tran", "khu"};
  static constexpr std::array<std::string_view, 3> kNoPlaces{"hoi", "doan", "doi"};
  const auto is_any = [&](const auto& words, std::size_t at) {
    return std::find(words.begin(), words.end(), tokens[at].folded) != words.end();
  };
  std::size_t begin = tokens.size();
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (is_any(kLevels, i) && !is_any(kNoPlaces, i + 1)) begin = tokens[i + 1].folded == "uy" ? i + 2 : i + 1;
  }
  return begin;
}

// As the document's text writes it; names of places have capitals also where the text does not write them:
// "XÃ TÂN THANH" → "Xã Tân Thanh".
std::string restored(const std::string& capitals, const Casing& casing) {
  std::string name = casing.restore(capitals);
  const std::vector<Token> written = tokenize(capitals);
  const std::vector<Token> tokens = tokenize(name);
  if (written.size() != tokens.size()) return name;
  for (std::size_t i = tokens.size(); i-- > place_begin(tokens);) {
    const std::string letter = first_letter(std::string_view(capitals).substr(written[i].byte_begin));
    name.replace(tokens[i].byte_begin, letter.size(), letter);
  }
  return name;
}

}  // namespace

std::optional<std::string> letterhead_issuer(const std::vector<std::string>& lines, const Agencies& agencies,
                                             const HeaderWords& words, const Casing& casing) {
  // A body below a people's committee is one of that place, also where it is known by a name that all places
  // share.
  const auto of_place = [&](std::string body, std::size_t begin) {
    const std::string place = committee_place(joined(lines, 0, begin));
    if (!place.empty() && fold(body).find(fold(place)) == std::string::npos) {
      body += restored("X " + place, casing).substr(1);  // only what begins a text gets a capital
    }
    return body;
  };
  for (std::size_t begin = 0; begin < lines.size(); ++begin) {
    if (const auto name = agencies.canonical(joined(lines, begin, lines.size())))
      return of_place(*name, begin);
  }
  const std::optional<std::size_t> begin = last_body(lines, words);
  if (!begin) return std::nullopt;
  return of_place(restored(joined(lines, *begin, lines.size()), casing), *begin);
}

}  // namespace giaidap
