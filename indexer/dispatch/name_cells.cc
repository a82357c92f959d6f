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

// "UBND các tỉnh, thành phố:" before a list of places; taken off the front of the text.
std::string_view without_collective(std::string_view text) {
  static constexpr std::array<std::string_view, 12> kWords{"ubnd", "uy",    "ban", "nhan", "dan", "cac",
                                                           "tinh", "thanh", "pho", "tp",   "va",  "t"};
  std::size_t at = 0;
  bool any = false;
  for (const Token& token : tokenize(text)) {
    if (std::find(kWords.begin(), kWords.end(), token.folded) == kWords.end()) break;
    any = any || token.folded == "ubnd" || token.folded == "uy" || token.folded == "tinh";
    at = token.byte_end;
  }
  if (!any) return text;
  const std::size_t begin = text.find_first_not_of(" :,.", at);
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
