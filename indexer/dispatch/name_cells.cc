#include "indexer/dispatch/name_cells.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/dispatch/numbering.h"
#include "indexer/text/normalize.h"
#include "indexer/text/tokens.h"

namespace giaidap {
namespace {

constexpr std::size_t kMostNameLines = 14;
constexpr std::size_t kMostWordsOfPlace = 5;  // "Bà Rịa - Vũng Tàu"

// Whether the word at `at` only says that a list of places follows ("UBND các tỉnh, thành phố:"). "thành"
// alone may be a name ("Thanh Hóa").
bool is_collective_word(const std::vector<Token>& tokens, std::size_t at) {
  static constexpr std::array<std::string_view, 9> kWords{"ubnd", "uy",   "ban", "nhan", "dan",
                                                          "cac",  "tinh", "tp",  "va"};
  const std::string& word = tokens[at].folded;
  if (word == "thanh") return at + 1 < tokens.size() && tokens[at + 1].folded == "pho";
  if (word == "pho") return at > 0 && tokens[at - 1].folded == "thanh";
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

// The text without the collective head of a list of places.
std::string_view without_collective(std::string_view text) {
  const std::vector<Token> tokens = tokenize(text);
  std::size_t count = 0;
  while (count < tokens.size() && is_collective_word(tokens, count)) ++count;
  if (count == 0) return text;
  const std::size_t begin = text.find_first_not_of(" :,.", tokens[count - 1].byte_end);
  return begin == std::string_view::npos ? std::string_view{} : text.substr(begin);
}

std::vector<std::string> parts_of(std::string_view list) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find_first_of(",;", begin), list.size());
    if (std::string part = squeeze(list.substr(begin, end - begin)); !part.empty())
      parts.push_back(std::move(part));
    begin = end + 1;
  }
  return parts;
}

bool is_place(const std::string& name, const Agencies& agencies) {
  if (agencies.canonical("UBND tỉnh " + name) || agencies.canonical("UBND thành phố " + name)) return true;
  // A letter or a tone off is still a place, if it is short enough to be one.
  return tokenize(name).size() <= kMostWordsOfPlace && agencies.in_cell("UBND tỉnh " + name).size() == 1 &&
         agencies.mentions(name).empty();
}

bool is_name(const std::string& part, const Agencies& agencies) {
  const std::optional<ListMark> mark = leading_mark(part);
  const std::string name = mark ? part.substr(mark->byte_end) : part;
  if (agencies.canonical(name)) return true;
  const std::string place = squeeze(without_collective(name));
  return !place.empty() && is_place(place, agencies);
}

}  // namespace

bool is_name_list(const std::string& text, const Agencies& agencies) {
  const std::string list = squeeze(text);
  if (agencies.canonical(list)) return true;
  const std::string places(without_collective(list));
  const std::vector<std::string> parts = parts_of(places.empty() ? list : places);
  return !parts.empty() && std::all_of(parts.begin(), parts.end(),
                                       [&](const std::string& part) { return is_name(part, agencies); });
}

bool is_open_list(const std::string& text) {
  const std::string list = squeeze(text);
  return !list.empty() && (list.back() == ',' || list.back() == ';' || list.back() == ':');
}

std::size_t name_lines(const std::vector<std::string>& lines, const Agencies& agencies) {
  std::size_t longest = 0;
  std::string text;
  for (std::size_t i = 0; i < lines.size() && i < kMostNameLines; ++i) {
    text += (text.empty() ? "" : " ") + lines[i];
    if (is_name_list(text, agencies)) longest = i + 1;
  }
  return longest;
}

std::size_t name_prefix(const std::string& line, const Agencies& agencies) {
  std::size_t longest = 0;
  for (const Token& token : tokenize(line)) {
    if (is_name_list(line.substr(0, token.byte_end), agencies)) longest = token.byte_end;
  }
  return longest;
}

}  // namespace giaidap
