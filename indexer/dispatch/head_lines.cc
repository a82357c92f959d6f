#include "indexer/dispatch/head_lines.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "indexer/dispatch/lines.h"
#include "indexer/dispatch/paragraphs.h"
#include "indexer/text/dates.h"
#include "indexer/text/letters.h"
#include "indexer/text/normalize.h"
#include "indexer/text/utf8.h"

namespace giaidap {
namespace {

constexpr std::size_t kMostLines = 4;      // that one field is wrapped into
constexpr std::size_t kLongestPlace = 60;  // bytes before ", ngày"
constexpr std::size_t kLongestDate = 60;   // bytes from "ngày" on

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

// The end of a part of a number: letters, digits, "&", "." between them.
std::size_t part_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const char c = text[at];
    if (text.substr(at).starts_with("\xE2")) break;  // dashes and quotes; Vietnamese letters begin otherwise
    const bool letter = c < 0 || std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '&';
    const bool inner = c == '.' && at + 1 < text.size() &&
                       (text[at + 1] < 0 || std::isalnum(static_cast<unsigned char>(text[at + 1])) != 0);
    if (!letter && !inner) break;
    ++at;
  }
  return at;
}

// "/" or a dash with blanks around it; the sign, '\0' for anything else. `at` moves behind it.
char take_sign(std::string_view text, std::size_t& at) {
  const std::size_t sign = skip_blanks(text, at);
  if (sign >= text.size()) return '\0';
  const CodePoint point = decode_at(text, sign);
  if (point.code != U'/' && !is_dash(point.code)) return '\0';
  at = skip_blanks(text, sign + point.length);
  return point.code == U'/' ? '/' : '-';
}

// ", PT&NL" goes on with the list of issuing units.
void take_units(std::string_view text, std::size_t at, std::string& number) {
  if (text.substr(at, 1) != ",") return;
  const std::size_t begin = skip_blanks(text, at + 1);
  const std::string_view part = text.substr(begin, part_end(text, begin) - begin);
  if (part.find('&') != std::string_view::npos && is_upper_case(part)) number += ", " + std::string(part);
}

// The fewest lines from `at` on whose joint text passes the test.
template <typename Test>
JoinedLines join_until(const std::vector<Block>& blocks, std::size_t at, Test test) {
  JoinedLines joined;
  while (joined.count < kMostLines && (joined.count == 0 || goes_on_with(blocks, at + joined.count))) {
    joined.text += (joined.text.empty() ? "" : " ") + blocks[at + joined.count].text;
    ++joined.count;
    if (test(joined.text)) return joined;
  }
  return {};
}

// Where the words "số:" end at the start of a line, also after the kind ("Luật số:"); npos without them.
std::size_t after_number_word(const std::string& text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos || colon > 40) return std::string::npos;
  const std::string words = squeeze(text.substr(0, colon));
  const std::string folded = fold(words);
  if (folded == "so") return colon + 1;
  const bool after_kind = folded.ends_with(" so") && folded.size() <= 25;
  const std::string rest = squeeze(text.substr(colon + 1));
  return after_kind && !rest.empty() && is_digit(rest.front()) ? colon + 1 : std::string::npos;
}

// "Số 66-NQ/TW" without a colon, as the Party writes it, and nothing else on the line.
JoinedLines bare_number_line(const std::string& text) {
  constexpr std::string_view kWord = "Số ";
  if (!text.starts_with(kWord) || text.size() > 40) return {};
  const std::string rest = text.substr(kWord.size());
  if (rest.empty() || !is_digit(rest.front())) return {};
  const std::optional<std::string> number = number_in(rest);
  if (!number || rest.find_first_of("/-") == std::string::npos) return {};
  std::string written = rest;
  std::erase(written, ' ');
  return *number == written ? JoinedLines{rest, 1} : JoinedLines{};
}

bool is_date_line(const std::string& text) {
  const std::string folded = fold(text);
  const std::size_t day = folded.rfind("ngay");
  if (day == std::string::npos || day > kLongestPlace || folded.size() - day > kLongestDate) return false;
  const std::string rest = folded.substr(day);
  const std::string place = squeeze(folded.substr(0, day));
  if (place.empty() ? is_upper_case(text) : place.back() != ',') return false;
  if (place.find_first_of(";:(") != std::string::npos) return false;
  const std::size_t month = rest.find("thang");
  const bool worded = month != std::string::npos && rest.find("nam", month) != std::string::npos;
  return worded ? rest.size() < 10 || rest.find_first_of("0123456789._…") == std::string::npos ||
                      rest.substr(rest.rfind("nam")).size() <= 20
                : !place.empty() && find_date(rest).has_value() && rest.size() <= 24;
}

}  // namespace

bool goes_on_with(const std::vector<Block>& blocks, std::size_t at) {
  return at > 0 && at < blocks.size() && blocks[at].kind == BlockKind::Line &&
         (!blocks[at].blank_before || blocks[at - 1].trailing_space || starts_lower(blocks[at].text));
}

bool needs_more(const std::string& text) {
  if (text.ends_with(',') || text.ends_with('-')) return true;
  const std::string last = fold(text.substr(text.rfind(' ') + 1));
  static constexpr std::array<std::string_view, 9> kJoining{"va",  "cua", "cho", "do",  "voi",
                                                            "cac", "tai", "ve",  "theo"};
  return std::find(kJoining.begin(), kJoining.end(), last) != kJoining.end();
}

std::string without_final_stop(std::string text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ';' || text.back() == ' ')) text.pop_back();
  return text;
}

std::optional<std::string> number_in(std::string_view line) {
  std::string number;
  std::size_t at = skip_blanks(line, 0);
  while (at < line.size() && (is_digit(line[at]) || line[at] == ' ')) {
    if (line[at] != ' ') number += line[at];
    ++at;
  }
  if (number.empty()) return std::nullopt;
  const std::size_t letters = part_end(line, at);  // "12a/..."
  if (letters == at + 1) number += line[at++];
  std::size_t parts = 0;
  for (std::size_t next = at; const char sign = take_sign(line, next); at = next, ++parts) {
    const std::size_t end = part_end(line, next);
    if (end == next) break;
    if (line.substr(next).starts_with("V/v")) break;
    (number += sign) += line.substr(next, end - next);
    next = end;
  }
  if (parts == 0) return std::nullopt;
  take_units(line, at, number);
  return number;
}

JoinedLines number_lines(const std::vector<Block>& blocks, std::size_t at) {
  const std::size_t begin = after_number_word(blocks[at].text);
  if (begin == std::string::npos) return bare_number_line(blocks[at].text);
  JoinedLines joined{blocks[at].text.substr(begin), 1};
  const auto needs = [&](const std::string& next) {
    const std::string so_far = squeeze(joined.text);
    if (so_far.empty()) return !next.empty() && is_digit(next.front());
    return is_digit(so_far.front()) && part_end(next, 0) > 0 &&
           (so_far.back() == '-' || so_far.back() == '/' ||
            (std::all_of(so_far.begin(), so_far.end(), is_digit) && next.front() == '/'));
  };
  while (joined.count < kMostLines && goes_on_with(blocks, at + joined.count) &&
         needs(blocks[at + joined.count].text)) {
    joined.text += blocks[at + joined.count].text;
    ++joined.count;
  }
  return joined;
}

JoinedLines date_lines(const std::vector<Block>& blocks, std::size_t at) {
  const JoinedLines whole =
      join_until(blocks, at, [](const std::string& text) { return is_date_line(text) && find_date(text); });
  return whole.count > 0 ? whole : join_until(blocks, at, is_date_line);
}

JoinedLines motto_lines(const std::vector<Block>& blocks, std::size_t at) {
  static constexpr std::array<std::string_view, 2> kMottos{"cong hoa xa hoi chu nghia viet nam",
                                                           "doc lap - tu do - hanh phuc"};
  const std::string first = fold(blocks[at].text);
  if (is_motto(blocks[at].text)) return {blocks[at].text, 1};
  for (const std::string_view motto : kMottos) {
    if (first.empty() || !motto.starts_with(first)) continue;
    return join_until(blocks, at, [&](const std::string& text) { return fold(text).starts_with(motto); });
  }
  return {};
}

}  // namespace giaidap
