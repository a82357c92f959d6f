#include "indexer/dispatch/numbering.h"

#include <array>
#include <cctype>
#include <utility>

#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr std::size_t kMaxLabel = 2;  // digits of one part of a decimal mark: longer ones are amounts

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

std::size_t count_while_roman(std::string_view text) {
  const std::size_t end = text.find_first_not_of("IVXLC");
  return end == std::string_view::npos ? text.size() : end;
}

// "I.", "IV:", "II)" and a blank or the end after it.
std::optional<ListMark> roman_mark(std::string_view text) {
  const std::size_t length = count_while_roman(text);
  if (length == 0 || roman_value(text.substr(0, length)) == 0 || length >= text.size()) return std::nullopt;
  if (text[length] != '.' && text[length] != ':' && text[length] != ')') return std::nullopt;
  if (length + 1 < text.size() && text[length + 1] != ' ') return std::nullopt;
  return ListMark{MarkKind::Roman, {std::string(text.substr(0, length))}, skip_blanks(text, length + 1)};
}

std::optional<ListMark> letter_mark(std::string_view text) {
  const std::size_t bytes = text.starts_with("Đ") || text.starts_with("đ") ? std::string_view("Đ").size() : 1;
  if (text.size() <= bytes) return std::nullopt;
  const bool upper = text.starts_with("Đ") || (text[0] >= 'A' && text[0] <= 'Z');
  const bool small = text.starts_with("đ") || (text[0] >= 'a' && text[0] <= 'z');
  const char sign = text[bytes];
  const bool followed = bytes + 1 >= text.size() || text[bytes + 1] == ' ';
  if (upper && followed && (sign == '.' || sign == ')')) {
    return ListMark{MarkKind::Letter, {std::string(text.substr(0, bytes))}, skip_blanks(text, bytes + 1)};
  }
  if (small && followed && (sign == ')' || sign == '.')) {
    return ListMark{
        MarkKind::SmallLetter, {std::string(text.substr(0, bytes))}, skip_blanks(text, bytes + 1)};
  }
  return std::nullopt;
}

// "1.", "2)", "1.1.", "2.3 ": parts of at most two digits; a single part needs its stop or bracket.
std::optional<ListMark> decimal_mark(std::string_view text) {
  ListMark mark{MarkKind::Decimal, {}, 0};
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at])) {
    const std::size_t begin = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    if (at - begin > kMaxLabel) return std::nullopt;
    mark.labels.emplace_back(text.substr(begin, at - begin));
    if (at < text.size() && text[at] == '.' && at + 1 < text.size() && is_digit(text[at + 1])) {
      ++at;
    } else {
      break;
    }
  }
  if (mark.labels.empty()) return std::nullopt;
  const bool closed = at < text.size() && (text[at] == '.' || text[at] == ')');
  if (closed) ++at;
  if (!closed && mark.labels.size() < 2) return std::nullopt;
  if (at < text.size() && text[at] != ' ') return std::nullopt;
  mark.byte_end = skip_blanks(text, at);
  return mark;
}

// "(1)", "(i)".
std::optional<ListMark> bracket_mark(std::string_view text) {
  if (text.empty() || text[0] != '(') return std::nullopt;
  const std::size_t close = text.find(')');
  if (close == std::string_view::npos || close < 2 || close > 5) return std::nullopt;
  const std::string_view inner = text.substr(1, close - 1);
  const bool digits = inner.find_first_not_of("0123456789") == std::string_view::npos;
  const bool roman = inner.find_first_not_of("ivx") == std::string_view::npos;
  if (!digits && !roman) return std::nullopt;
  return ListMark{
      digits ? MarkKind::Bracket : MarkKind::SmallRoman, {std::string(inner)}, skip_blanks(text, close + 1)};
}

std::optional<ListMark> bullet_mark(std::string_view text) {
  static constexpr std::array<std::string_view, 7> kBullets{"-", "+", "*", "•", "–", "—", "·"};
  for (const std::string_view bullet : kBullets) {
    if (text.starts_with(bullet) && text.substr(bullet.size()).starts_with(' ')) {
      return ListMark{MarkKind::Bullet, {std::string(bullet)}, skip_blanks(text, bullet.size())};
    }
  }
  return std::nullopt;
}

// "Phụ lục I", "PHỤ LỤC 02", "Phụ lục" and nothing else: an annex, which counts anew.
std::optional<ListMark> annex_mark(std::string_view text) {
  constexpr std::size_t kLongestLabel = 8;
  for (const std::string_view word : {std::string_view("PHỤ LỤC"), std::string_view("Phụ lục")}) {
    if (!text.starts_with(word)) continue;
    std::string_view label = text.substr(word.size());
    while (!label.empty() && (label.front() == ' ' || label.front() == '.')) label.remove_prefix(1);
    if (label.starts_with("số ")) label.remove_prefix(std::string_view("số ").size());
    while (!label.empty() && (label.back() == '.' || label.back() == ':' || label.back() == ' '))
      label.remove_suffix(1);
    const bool digits = label.find_first_not_of("0123456789") == std::string_view::npos;
    const bool letter = label.size() == 1 && label[0] >= 'A' && label[0] <= 'Z';
    if (label.size() > kLongestLabel || (!digits && !letter && roman_value(label) == 0)) return std::nullopt;
    return ListMark{MarkKind::Part, {"PL" + std::string(label)}, text.size()};
  }
  return std::nullopt;
}

// "Điều 7.", "Chương II", "Phần thứ nhất" is left to prose: only numbered ones count.
std::optional<ListMark> worded_mark(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, MarkKind>, 8> kWords{
      {{"Phần ", MarkKind::Part},
       {"PHẦN ", MarkKind::Part},
       {"Chương ", MarkKind::Chapter},
       {"CHƯƠNG ", MarkKind::Chapter},
       {"Mục ", MarkKind::Section},
       {"MỤC ", MarkKind::Section},
       {"Điều ", MarkKind::Article},
       {"ĐIỀU ", MarkKind::Article}}};
  for (const auto& [word, kind] : kWords) {
    if (!text.starts_with(word)) continue;
    const std::size_t end = text.find_first_of(" .:", word.size());
    const std::string_view label = text.substr(word.size(), end - word.size());
    const bool digits = !label.empty() && label.size() <= 3 &&
                        label.find_first_not_of("0123456789") == std::string_view::npos;
    if (!digits && roman_value(label) == 0) return std::nullopt;
    // "Điều 7 Nghị định ..." cites an article; "Điều 7." and a lone "Chương II" are marks.
    if (end != std::string_view::npos && text[end] == ' ') return std::nullopt;
    return ListMark{
        kind, {std::string(label)}, end == std::string_view::npos ? text.size() : skip_blanks(text, end + 1)};
  }
  return std::nullopt;
}

}  // namespace

int roman_value(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, int>, 9> kSigns{
      {{"C", 100}, {"XC", 90}, {"L", 50}, {"XL", 40}, {"X", 10}, {"IX", 9}, {"V", 5}, {"IV", 4}, {"I", 1}}};
  if (text.empty() || text.size() > 8) return 0;
  int value = 0;
  for (const auto& [sign, worth] : kSigns) {
    while (text.starts_with(sign)) {
      value += worth;
      text.remove_prefix(sign.size());
    }
  }
  return text.empty() ? value : 0;
}

std::optional<ListMark> leading_mark(std::string_view text) {
  for (auto* const parse :
       {&annex_mark, &worded_mark, &roman_mark, &letter_mark, &decimal_mark, &bracket_mark, &bullet_mark}) {
    if (std::optional<ListMark> mark = parse(text)) return mark;
  }
  return std::nullopt;
}

}  // namespace giaidap
