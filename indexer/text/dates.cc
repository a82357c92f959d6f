#include "indexer/text/dates.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <vector>

#include "indexer/text/digits.h"
#include "indexer/text/tokens.h"

namespace giaidap {
namespace {

constexpr std::size_t kLongestDayOrMonth = 2;
constexpr std::size_t kYearDigits = 4;

// The tokens of a text and what stands between them.
class Words {
 public:
  explicit Words(std::string_view text) : text_(text), tokens_(tokenize(text)) {}

  [[nodiscard]] std::size_t count() const { return tokens_.size(); }
  [[nodiscard]] bool is(std::size_t i, std::string_view folded) const {
    return i < tokens_.size() && tokens_[i].folded == folded;
  }

  // The number of token i if it is written with one to `digits` digits.
  [[nodiscard]] std::optional<int> number(std::size_t i, std::size_t digits) const {
    if (i >= tokens_.size()) return std::nullopt;
    const std::string_view word =
        text_.substr(tokens_[i].byte_begin, tokens_[i].byte_end - tokens_[i].byte_begin);
    if (word.size() > digits || !all_digits(word)) return std::nullopt;
    return std::stoi(std::string(word));
  }

  // The sign between tokens i and i+1 if it is but one sign with blanks around it, else '\0'.
  [[nodiscard]] char sign_after(std::size_t i) const {
    if (i + 1 >= tokens_.size()) return '\0';
    const std::uint32_t begin = tokens_[i].byte_end;
    const std::string_view between = text_.substr(begin, tokens_[i + 1].byte_begin - begin);
    const std::size_t first = between.find_first_not_of(" \n");
    if (first == std::string_view::npos ||
        between.find_first_not_of(" \n", first + 1) != std::string_view::npos) {
      return '\0';
    }
    return between[first];
  }

 private:
  std::string_view text_;
  std::vector<Token> tokens_;
};

// What a place in the text says about a date.
struct Found {
  bool date_like = false;          // a date is meant here,
  std::optional<std::string> iso;  // and this is it, unless it is blank or impossible
};

std::optional<std::string> iso_date(int day, int month, int year) {
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok() || year < 1000) return std::nullopt;
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", year, month, day);
  return std::string(buffer.data());
}

// "25/8/2023", "25-08-2023", "25 . 8 . 2023" from token i on.
Found signs_date(const Words& words, std::size_t i) {
  const auto day = words.number(i, kLongestDayOrMonth);
  const auto month = words.number(i + 1, kLongestDayOrMonth);
  const auto year = words.number(i + 2, kYearDigits);
  const char sign = words.sign_after(i);
  const bool one_sign = sign == words.sign_after(i + 1) && (sign == '/' || sign == '-' || sign == '.');
  if (!day || !month || !year || *year < 1000 || !one_sign) return {};
  return {true, iso_date(*day, *month, *year)};
}

// "25 tháng 8 năm 2023", and "ngày   tháng   năm 2024" where day or month is left blank.
Found words_date(const Words& words, std::size_t i) {
  const bool after_day_word = words.is(i, "ngay");
  if (after_day_word) ++i;
  const bool is_name = words.is(i - 1, "an") && words.is(i - 2, "de");  // "Đề án 06 tháng 10 năm 2024"
  const auto day = is_name ? std::nullopt : words.number(i, kLongestDayOrMonth);
  if (day) ++i;
  if (!words.is(i, "thang") || (!day && !after_day_word)) return {};
  const auto month = words.number(++i, kLongestDayOrMonth);
  if (month) ++i;
  if (!words.is(i, "nam")) return {};
  const auto year = words.number(i + 1, kYearDigits);
  if (!year) return {};
  if (!day || !month) return {true, std::nullopt};
  return {true, iso_date(*day, *month, *year)};
}

Found date_at(const Words& words, std::size_t i) {
  const Found in_words = words_date(words, i);
  return in_words.date_like ? in_words : signs_date(words, i);
}

}  // namespace

std::optional<std::string> find_date(std::string_view text) {
  const Words words(text);
  for (std::size_t i = 0; i < words.count(); ++i)
    if (const Found found = date_at(words, i); found.date_like) return found.iso;
  return std::nullopt;
}

std::vector<std::string> find_dates(std::string_view text) {
  const Words words(text);
  std::vector<std::string> dates;
  for (std::size_t i = 0; i < words.count(); ++i) {
    // "ngày 25 tháng 8" is met once more at its second word.
    const std::optional<std::string> iso = date_at(words, i).iso;
    if (iso && (dates.empty() || dates.back() != *iso)) dates.push_back(*iso);
  }
  return dates;
}

}  // namespace giaidap
