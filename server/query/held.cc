#include "server/query/held.h"

#include <algorithm>
#include <array>

#include "indexer/text/dates.h"
#include "indexer/text/digits.h"
#include "indexer/text/numbers.h"

namespace giaidap {
namespace {

// What follows a sum of money, folded.
constexpr std::array<std::string_view, 6> kMoneyUnits = {"dong", "vnd", "nghin", "ngan", "trieu", "ty"};

// What comes before the number of a part of time, folded.
constexpr std::array<std::string_view, 4> kPartsOfTime = {"ngay", "thang", "quy", "nam"};

constexpr std::size_t kMostBetween = 4;  // words from a number to what it counts, that one among them

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool starts_with_digit(const Token& word) { return is_digit(word.folded.front()); }

// The number belongs to a day, month or year: "ngày 28/7/2020", "tháng 9", "năm 2023".
bool is_of_time(const std::vector<Token>& words, std::size_t i) {
  while (i > 0 && starts_with_digit(words[i - 1]) && words[i].joins_previous) --i;
  return i > 0 && is_one_of(words[i - 1].folded, kPartsOfTime);
}

}  // namespace

bool holds_figure(std::string_view text) {
  const std::vector<Token> words = tokenize(text);
  const std::vector<DocumentNumber> numbers = find_document_numbers(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!starts_with_digit(words[i]) || is_of_time(words, i) || is_document_year(words[i].folded)) continue;
    const bool of_document = std::any_of(numbers.begin(), numbers.end(), [&](const DocumentNumber& number) {
      return words[i].byte_begin >= number.byte_begin && words[i].byte_end <= number.byte_end;
    });
    if (!of_document) return true;
  }
  return false;
}

bool holds_count(const std::vector<Token>& words, std::string_view counted) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!starts_with_digit(words[i])) continue;
    for (std::size_t j = i + 1; j < std::min(words.size(), i + 1 + kMostBetween); ++j) {
      if (words[j].folded == counted) return true;
    }
  }
  return false;
}

bool holds_date(std::string_view text) {
  if (find_date(text)) return true;
  const std::vector<Token> words = tokenize(text);
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool numbered = starts_with_digit(words[i]) || words[i].folded == "i" || words[i].folded == "ii" ||
                          words[i].folded == "iii" || words[i].folded == "iv";
    if (numbered && is_one_of(words[i - 1].folded, kPartsOfTime)) return true;
  }
  return false;
}

bool holds_money(const std::vector<Token>& words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (starts_with_digit(words[i - 1]) && is_one_of(words[i].folded, kMoneyUnits)) return true;
  }
  return false;
}

bool holds_all(std::string_view text, const std::set<Intent>& asks) {
  return (!asks.contains(Intent::Quantity) || holds_figure(text)) &&
         (!asks.contains(Intent::Date) || holds_date(text)) &&
         (!asks.contains(Intent::Money) || holds_money(tokenize(text)));
}

}  // namespace giaidap
