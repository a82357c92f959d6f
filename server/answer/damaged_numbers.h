// Document numbers that lost a part or were misread ("50/NQCP", "06/TTg", "QĐ 422", "299/1B-VPCP"), and the
// whole number that they mean.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "server/answer/citation_words.h"

namespace giaidap {

struct Citation {
  std::size_t entry;  // place in a list of entries
  std::string spelling;
  CitationWords words;
  std::string sentence;
};

// One number and all places that cite it.
struct CitedNumber {
  std::string key;
  std::string year;       // may be empty
  std::string signature;  // may be empty
  std::vector<Citation> citations;
};

// True where `damaged`, of the same digits, is `whole` with parts lost or one letter misread.
bool may_mean(const CitedNumber& damaged, const CitedNumber& whole);

// True where the words before them name kinds that exclude each other.
bool is_of_other_kind(const CitedNumber& damaged, const CitedNumber& whole);

// The one number that `damaged` may mean and whose kind, dates and issuers do not contradict those beside it,
// while one of them agrees; nullptr where there is none or more than one.
const CitedNumber* surely_means(const CitedNumber& damaged, const std::vector<CitedNumber>& numbers);

}  // namespace giaidap
