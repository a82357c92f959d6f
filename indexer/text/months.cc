#include "indexer/text/months.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

#include "indexer/text/digits.h"
#include "indexer/text/numbers.h"
#include "indexer/text/tokens.h"

namespace giaidap {
namespace {

constexpr std::array<std::string_view, 12> kEnglishMonths = {"january",   "february", "march",    "april",
                                                             "may",       "june",     "july",     "august",
                                                             "september", "october",  "november", "december"};
constexpr int kMonths = 12;

std::optional<int> number_of(std::string_view word, std::size_t most_digits) {
  if (word.empty() || word.size() > most_digits || !all_digits(word)) return std::nullopt;
  return std::stoi(std::string(word));
}

std::optional<int> year_of(const Token& word) {
  return is_document_year(word.folded) ? number_of(word.folded, 4) : std::nullopt;
}

// "10", "t10", "october"
std::optional<int> month_of(std::string_view word) {
  const auto* const english = std::find(kEnglishMonths.begin(), kEnglishMonths.end(), word);
  if (english != kEnglishMonths.end()) return static_cast<int>(english - kEnglishMonths.begin()) + 1;
  if (word.starts_with('t')) word.remove_prefix(1);
  const auto month = number_of(word, 2);
  return month && *month >= 1 && *month <= kMonths ? month : std::nullopt;
}

std::string iso_month(int year, int month) {
  std::array<char, 24> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02d", year, month);
  return buffer.data();
}

}  // namespace

std::vector<std::string> find_months(std::string_view text) {
  const std::vector<Token> words = tokenize(text);
  const std::vector<DocumentNumber> numbers = find_document_numbers(text);
  std::vector<std::string> months;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const auto month = month_of(words[i].toned);
    if (!month || is_within(words[i], numbers)) continue;
    const bool year_word = words[i + 1].folded == "nam" && i + 2 < words.size();
    const Token& next = words[year_word ? i + 2 : i + 1];
    const auto year = year_of(next);
    if (!year || !next.joins_previous) continue;
    std::string found = iso_month(*year, *month);
    if (std::find(months.begin(), months.end(), found) == months.end()) months.push_back(std::move(found));
  }
  return months;
}

std::string month_after(const std::string& month) {
  const int year = std::stoi(month.substr(0, 4));
  const int number = std::stoi(month.substr(5));
  return number == kMonths ? iso_month(year + 1, 1) : iso_month(year, number + 1);
}

}  // namespace giaidap
