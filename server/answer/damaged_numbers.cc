#include "server/answer/damaged_numbers.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "indexer/base/split.h"
#include "indexer/text/numbers.h"

namespace giaidap {
namespace {

constexpr std::size_t kLeastMisread = 5;  // letters of a signature that one misread letter leaves telling

std::string letters_of(const std::string& signature) {
  std::string letters = number_key(signature);
  letters.erase(std::remove_if(letters.begin(), letters.end(), [](char c) { return c == '-' || c == '/'; }),
                letters.end());
  return letters;
}

// Every part of the signature stands in the other's, which has more: "TTg" in "QĐ-TTg".
bool is_part(const std::string& signature, const std::string& whole) {
  const std::string key = number_key(signature);
  const std::string whole_key = number_key(whole);
  const std::vector<std::string_view> has = split(whole_key, '-');
  const std::vector<std::string_view> wants = split(key, '-');
  return wants.size() < has.size() && std::all_of(wants.begin(), wants.end(), [&](std::string_view part) {
           return std::find(has.begin(), has.end(), part) != has.end();
         });
}

bool one_letter_off(const std::string& a, const std::string& b) {
  if (a.size() != b.size() || a.size() < kLeastMisread) return false;
  std::size_t different = 0;
  for (std::size_t i = 0; i < a.size(); ++i) different += a[i] == b[i] ? 0U : 1U;
  return different == 1;
}

using Values = std::set<std::string>;

Values values_of(const CitedNumber& number, std::string CitationWords::*field) {
  Values values;
  for (const Citation& citation : number.citations) {
    if (!(citation.words.*field).empty()) values.insert(citation.words.*field);
  }
  return values;
}

enum class Verdict { Unknown, Agrees, Contradicts };

Verdict compare(const Values& a, const Values& b) {
  if (a.empty() || b.empty()) return Verdict::Unknown;
  const bool common =
      std::any_of(a.begin(), a.end(), [&](const std::string& value) { return b.contains(value); });
  return common ? Verdict::Agrees : Verdict::Contradicts;
}

// "văn bản" may be any kind, and "quy chế" is the short form of "quy chế phối hợp".
Verdict compare_kinds(const CitedNumber& damaged, const CitedNumber& whole) {
  Verdict verdict = Verdict::Unknown;
  for (const std::string& kind : values_of(damaged, &CitationWords::kind)) {
    if (kind == "văn bản") continue;
    for (const std::string& other : values_of(whole, &CitationWords::kind)) {
      if (other.compare(0, kind.size(), kind) == 0) return Verdict::Agrees;
      if (other != "văn bản") verdict = Verdict::Contradicts;
    }
  }
  return verdict;
}

// Of the days where both have some, else of the years.
Verdict compare_dates(const CitedNumber& damaged, const CitedNumber& whole) {
  Values days = values_of(damaged, &CitationWords::date);
  const Verdict same_day = compare(days, values_of(whole, &CitationWords::date));
  if (same_day == Verdict::Agrees || whole.year.empty() || days.empty()) return same_day;
  const bool same_year = std::any_of(
      days.begin(), days.end(), [&](const std::string& day) { return day.compare(0, 4, whole.year) == 0; });
  return same_year ? Verdict::Agrees : Verdict::Contradicts;
}

bool agrees(const CitedNumber& damaged, const CitedNumber& whole) {
  const auto verdicts = std::to_array<Verdict>(
      {compare_kinds(damaged, whole), compare_dates(damaged, whole),
       compare(values_of(damaged, &CitationWords::issuer), values_of(whole, &CitationWords::issuer))});
  const auto stands = [&](Verdict verdict) {
    return std::find(std::begin(verdicts), std::end(verdicts), verdict) != std::end(verdicts);
  };
  return stands(Verdict::Agrees) && !stands(Verdict::Contradicts);
}

}  // namespace

bool is_of_other_kind(const CitedNumber& damaged, const CitedNumber& whole) {
  return compare_kinds(damaged, whole) == Verdict::Contradicts;
}

bool may_mean(const CitedNumber& damaged, const CitedNumber& whole) {
  if (&damaged == &whole || damaged.key == whole.key || whole.signature.empty()) return false;
  if (!damaged.year.empty() && damaged.year != whole.year) return false;
  if (damaged.signature.empty() || is_part(damaged.signature, whole.signature)) return true;
  const std::string letters = letters_of(damaged.signature);
  const std::string whole_letters = letters_of(whole.signature);
  if (letters == whole_letters) {
    // Only the whole one has its year, or all its dashes.
    return damaged.year.size() < whole.year.size() || damaged.signature.size() < whole.signature.size();
  }
  if (!one_letter_off(letters, whole_letters)) return false;
  // Which of the two is misread: the one that names no kind of document, or is rarer.
  const bool tells_kind = !kind_of_signature(damaged.signature).empty();
  const bool whole_tells_kind = !kind_of_signature(whole.signature).empty();
  if (tells_kind != whole_tells_kind) return whole_tells_kind;
  return damaged.citations.size() < whole.citations.size();
}

const CitedNumber* surely_means(const CitedNumber& damaged, const std::vector<CitedNumber>& numbers) {
  const CitedNumber* meant = nullptr;
  for (const CitedNumber& whole : numbers) {
    if (!may_mean(damaged, whole) || !agrees(damaged, whole)) continue;
    const bool is_whole = std::none_of(numbers.begin(), numbers.end(), [&](const CitedNumber& other) {
      return may_mean(whole, other) && agrees(whole, other);
    });
    if (!is_whole) continue;
    if (meant != nullptr) return nullptr;
    meant = &whole;
  }
  return meant;
}

}  // namespace giaidap
