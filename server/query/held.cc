#include "server/query/held.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "indexer/text/dates.h"
#include "indexer/text/digits.h"
#include "indexer/text/numbers.h"
#include "indexer/text/tokens.h"

namespace giaidap {
namespace {

constexpr std::size_t kMostBetween = 4;  // words from a figure to what it counts, that one among them

// What comes before the number of a part of time.
constexpr std::array<std::string_view, 4> kPartsOfTime = {"ngày", "tháng", "quý", "năm"};
// What comes before a number that is a name.
constexpr std::array<std::string_view, 7> kNumberedThings = {"án",  "mục", "điều", "khoản",
                                                             "phụ", "lục", "số"};
constexpr std::array<std::string_view, 4> kRomanQuarters = {"i", "ii", "iii", "iv"};
constexpr std::array<std::string_view, 3> kCurrencies = {"đồng", "vnđ", "vnd"};
constexpr std::array<std::string_view, 5> kMultiples = {"nghìn", "ngàn", "triệu", "tỷ", "tỉ"};
constexpr std::array<std::string_view, 5> kMoneyWords = {"phí", "tiền", "vốn", "sách", "lương"};

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool starts_with_digit(const Token& word) { return is_digit(word.folded.front()); }

// The number belongs to a day, month or year: "ngày 28/7/2020", "tháng 9", "năm 2023".
bool is_of_time(const std::vector<Token>& words, std::size_t i) {
  while (i > 0 && starts_with_digit(words[i - 1]) && words[i].joins_previous) --i;
  return i > 0 && is_one_of(words[i - 1].toned, kPartsOfTime);
}

bool is_name(const std::vector<Token>& words, std::size_t i) {
  return i > 0 && words[i].joins_previous && is_one_of(words[i - 1].toned, kNumberedThings);
}

// Places of the words that are figures. The numbers that open a sentence are those of list items.
std::vector<std::size_t> figures(std::string_view sentence, const std::vector<Token>& words) {
  const std::vector<DocumentNumber> numbers = find_document_numbers(sentence);
  std::size_t i = 0;
  while (i < words.size() && starts_with_digit(words[i])) ++i;
  if (i < words.size() && words[i].joins_previous) i = 0;
  std::vector<std::size_t> places;
  for (; i < words.size(); ++i) {
    if (starts_with_digit(words[i]) && !is_of_time(words, i) && !is_name(words, i) &&
        !is_document_year(words[i].folded) && !is_within(words[i], numbers))
      places.push_back(i);
  }
  return places;
}

// "50.000 đồng", "2 tỷ đồng", "kinh phí 2 tỷ"; not "05 đồng chí", "87 triệu thẻ".
bool is_money(const std::vector<Token>& words, std::size_t figure) {
  const auto word = [&](std::size_t i) {
    return i < words.size() ? std::string_view(words[i].toned) : std::string_view();
  };
  const std::size_t unit = is_one_of(word(figure + 1), kMultiples) ? figure + 2 : figure + 1;
  if (is_one_of(word(unit), kCurrencies) && word(unit + 1) != "chí") return true;
  if (unit == figure + 1) return false;
  for (std::size_t i = figure - std::min<std::size_t>(figure, 3); i < figure; ++i)
    if (is_one_of(word(i), kMoneyWords)) return true;
  return false;
}

}  // namespace

bool holds_figure(std::string_view sentence) { return !figures(sentence, tokenize(sentence)).empty(); }

bool holds_count(std::string_view sentence, std::string_view counted) {
  const std::vector<Token> words = tokenize(sentence);
  const std::vector<std::size_t> places = figures(sentence, words);
  return std::any_of(places.begin(), places.end(), [&](std::size_t figure) {
    for (std::size_t i = figure + 1; i < std::min(words.size(), figure + 1 + kMostBetween); ++i)
      if (words[i].folded == counted) return true;
    return false;
  });
}

bool holds_date(std::string_view sentence) {
  const std::vector<Token> words = tokenize(sentence);
  const std::vector<DocumentNumber> numbers = find_document_numbers(sentence);
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool numbered = starts_with_digit(words[i]) || is_one_of(words[i].folded, kRomanQuarters);
    // The day of a document stands right behind its number.
    const bool of_document = i >= 2 && is_within(words[i - 2], numbers);
    if (numbered && !of_document && is_one_of(words[i - 1].toned, kPartsOfTime)) return true;
  }
  return numbers.empty() && find_date(sentence).has_value();
}

bool holds_money(std::string_view sentence) {
  const std::vector<Token> words = tokenize(sentence);
  const std::vector<std::size_t> places = figures(sentence, words);
  return std::any_of(places.begin(), places.end(),
                     [&](std::size_t figure) { return is_money(words, figure); });
}

bool holds_all(std::string_view sentence, const std::set<Intent>& asks) {
  return (!asks.contains(Intent::Quantity) || holds_figure(sentence)) &&
         (!asks.contains(Intent::Date) || holds_date(sentence)) &&
         (!asks.contains(Intent::Money) || holds_money(sentence));
}

}  // namespace giaidap
