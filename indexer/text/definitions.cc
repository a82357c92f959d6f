#include "indexer/text/definitions.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>

#include "indexer/base/trimmed.h"
#include "indexer/text/digits.h"
#include "indexer/text/normalize.h"
#include "indexer/text/tokens.h"

namespace giaidap {
namespace {

constexpr std::size_t kLongestShortForm = 14;  // bytes
constexpr std::size_t kLongestAside = 160;     // bytes between the brackets
constexpr std::size_t kLeastUnits = 2;         // letters that spell the phrase

// Words of a phrase that its abbreviation may leave out, folded.
constexpr std::array<std::string_view, 7> kLinks = {"va", "ve", "cua", "cho", "theo", "trong", "voi"};

// What may stand before the abbreviation within the brackets, folded, the longest first.
constexpr std::array<std::string_view, 6> kLeadIns = {"sau day goi tat la ", "sau day viet tat la ",
                                                      "sau day goi la ",     "goi tat la ",
                                                      "viet tat la ",        "tat la "};

// "TTHC", "CSDLQGvDC", "ĐKKS": at least two capitals without other diacritics, no space.
bool looks_short(std::string_view written) {
  static constexpr std::string_view kBarredD = "Đ";
  if (written.size() > kLongestShortForm || written.find(' ') != std::string_view::npos) return false;
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < written.size(); ++at) {
    if (written.substr(at, kBarredD.size()) == kBarredD || (written[at] >= 'A' && written[at] <= 'Z'))
      ++capitals;
  }
  return capitals >= 2;
}

// The letters of an abbreviation, folded, a number in one piece: "TCTĐA06" → t c t d a 6.
std::vector<std::string> units_of(std::string_view short_form) {
  std::vector<std::string> units;
  for (const Token& token : tokenize(short_form)) {
    if (is_digit(token.folded.front())) {
      units.push_back(token.folded);
      continue;
    }
    for (const char c : token.folded) {
      const bool number_goes_on = is_digit(c) && !units.empty() && is_digit(units.back().back());
      if (number_goes_on) {
        units.back() += c;
      } else {
        units.emplace_back(1, c);
      }
    }
  }
  return units;
}

bool spells(const std::string& unit, const Token& word) {
  if (!is_digit(unit.front())) return word.folded.substr(0, 1) == unit;
  const std::size_t zeros = std::min(unit.find_first_not_of('0'), unit.size() - 1);
  return word.folded == std::string_view(unit).substr(zeros);
}

// The words at the end of [first, last) that the abbreviation spells; their number, 0 where it does not.
std::size_t spelled_words(const std::vector<Token>& words, std::size_t first, std::size_t last,
                          const std::vector<std::string>& units) {
  std::size_t left = units.size();
  for (std::size_t at = last; at-- > first;) {
    if (spells(units[left - 1], words[at])) {
      if (--left == 0) return last - at;
    } else if (at + 1 == last || std::find(kLinks.begin(), kLinks.end(), words[at].folded) == kLinks.end()) {
      return 0;
    }
    if (!words[at].joins_previous) return 0;
  }
  return 0;
}

// An aside in brackets with what stands before it.
struct Aside {
  std::string_view before;
  std::string_view inside;
};

std::string_view without_lead_in(std::string_view inside) {
  const std::string folded = fold(inside);
  for (const std::string_view lead_in : kLeadIns) {
    if (!std::string_view(folded).starts_with(lead_in)) continue;
    const std::size_t space = inside.rfind(' ');
    return space == std::string_view::npos ? inside : inside.substr(space + 1);
  }
  return inside;
}

// The end of `text` that an abbreviation spells, in lower case.
std::optional<Abbreviation> spelled_by(std::string_view short_form, std::string_view text, bool wholly) {
  const std::vector<std::string> units = units_of(short_form);
  if (units.size() < kLeastUnits) return std::nullopt;
  const std::vector<Token> words = tokenize(text);
  const std::size_t count = spelled_words(words, 0, words.size(), units);
  if (count < kLeastUnits || (wholly && count != words.size())) return std::nullopt;
  const Token& first = words[words.size() - count];
  const std::string_view phrase = text.substr(first.byte_begin, words.back().byte_end - first.byte_begin);
  return Abbreviation{std::string(short_form), lower(phrase)};
}

std::optional<Abbreviation> defined_by(const Aside& aside) {
  const std::string_view short_form = without_lead_in(aside.inside);
  if (looks_short(short_form)) return spelled_by(short_form, aside.before, false);
  const std::size_t space = aside.before.find_last_of(" \n\t(");
  const std::string_view last =
      space == std::string_view::npos ? aside.before : aside.before.substr(space + 1);
  if (looks_short(last)) return spelled_by(last, aside.inside, true);
  return std::nullopt;
}

}  // namespace

std::vector<Abbreviation> definitions_in(std::string_view text) {
  std::vector<Abbreviation> found;
  for (std::size_t open = text.find('('); open != std::string_view::npos; open = text.find('(', open + 1)) {
    const std::size_t close = text.find(')', open);
    if (close == std::string_view::npos) break;
    if (close - open > kLongestAside) continue;
    const std::size_t begin = open > kLongestAside ? open - kLongestAside : 0;
    const auto defined = defined_by({trimmed(text.substr(begin, open - begin), " "),
                                     trimmed(text.substr(open + 1, close - open - 1), " ")});
    const auto same = [&](const Abbreviation& other) {
      return other.short_form == defined->short_form && other.expansion == defined->expansion;
    };
    if (defined && std::none_of(found.begin(), found.end(), same)) found.push_back(*defined);
  }
  return found;
}

}  // namespace giaidap
