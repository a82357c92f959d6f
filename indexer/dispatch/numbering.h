// The marks that number parts of a dispatch, after the order that Decree 30/2020/NĐ-CP gives:
// Phần, Chương, Mục, A., I., 1., 1.1., a), (1), (i), -.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace giaidap {

// In order of rank: a mark closes all open parts of its own or a higher-numbered rank.
enum class MarkKind {
  Part,
  Chapter,
  Section,
  Article,
  Letter,
  Roman,
  Decimal,
  SmallLetter,
  Bracket,
  SmallRoman,
  Bullet
};

struct ListMark {
  MarkKind kind = MarkKind::Bullet;
  std::vector<std::string> labels;  // {"2", "1"} for "2.1."; else one label: "II", "A", "đ", "3", "-"
  std::size_t byte_end = 0;         // where the text after the mark begins
};

// The mark that a paragraph begins with. Numbers, dates and amounts are none ("25 dịch vụ", "1.328 trường
// hợp").
std::optional<ListMark> leading_mark(std::string_view text);

// "XIV" → 14; 0 for what is no Roman numeral of one to eight signs.
int roman_value(std::string_view text);

}  // namespace giaidap
