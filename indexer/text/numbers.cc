#include "indexer/text/numbers.h"

#include <algorithm>
#include <array>

#include "indexer/text/digits.h"
#include "indexer/text/document_kinds.h"
#include "indexer/text/signature.h"
#include "indexer/text/tokens.h"

namespace giaidap {
namespace {

constexpr std::size_t kMostDigits = 5;
constexpr std::size_t kLongNumber = 3;  // digits from which a number is hardly a count
constexpr int kMonths = 12;

// Folded words that a count stands before: "báo cáo 01 năm tình hình", "quyết định 3 nội dung".
constexpr std::array<std::string_view, 19> kCounted = {
    "nam", "thang", "ngay", "tuan", "gio",    "lan",  "luot", "buoc",  "ho", "noi",
    "van", "nguoi", "bo",   "don",  "truong", "loai", "cap",  "nhiem", "dot"};

std::string without_leading_zeros(std::string_view digits) {
  const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size() - 1);
  return std::string(digits.substr(first));
}

// True where nothing but characters of the set stands in the gap.
bool only_of(std::string_view gap, std::string_view set) {
  return gap.find_first_not_of(set) == std::string_view::npos;
}

std::string without_spaces(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
  return text;
}

// What leads up to a number.
struct Lead {
  std::optional<Cited> kind;  // of the kind named right before it
  bool number_word = false;   // "số" between them
};

class NumberFinder {
 public:
  explicit NumberFinder(std::string_view text) : text_(text), tokens_(tokenize(text)) {}

  std::vector<DocumentNumber> run() && {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].byte_begin < done_ || !can_start(i)) continue;
      auto number = read(i);
      if (!number) continue;
      done_ = number->byte_end;
      found_.push_back(std::move(*number));
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::string_view word(std::size_t i) const {
    return text_.substr(tokens_[i].byte_begin, tokens_[i].byte_end - tokens_[i].byte_begin);
  }

  // What stands between tokens i and i+1, which must exist.
  [[nodiscard]] std::string_view between(std::size_t i) const {
    return text_.substr(tokens_[i].byte_end, tokens_[i + 1].byte_begin - tokens_[i].byte_end);
  }

  // A short run of digits that is not the tail of a date, fraction or decimal number.
  [[nodiscard]] bool can_start(std::size_t i) const {
    if (!all_digits(word(i)) || word(i).size() > kMostDigits) return false;
    const std::size_t begin = tokens_[i].byte_begin;
    if (begin == 0) return true;
    const char before = text_[begin - 1];
    if (before == '/') return false;
    const bool tight_sign = before == '.' || before == ',' || before == ':';
    return !(tight_sign && i > 0 && tokens_[i - 1].byte_end == begin - 1 && all_digits(word(i - 1)));
  }

  [[nodiscard]] std::optional<DocumentNumber> read(std::size_t i) const {
    const Lead before = lead(i);
    if (before.kind == Cited::Name) return std::nullopt;
    const std::size_t end = tokens_[i].byte_end;
    if (auto party = read_party_number(i, end)) return party;
    if (auto signed_number = read_signed(i, end, before)) return signed_number;
    return before.kind ? read_bare(i, before) : std::nullopt;
  }

  // "số", "so", "No.", "number"; not "nợ".
  [[nodiscard]] bool is_number_word(std::size_t i) const {
    return tokens_[i].folded == "so" || tokens_[i].toned == "no" || tokens_[i].toned == "number";
  }

  // The kind before token i, with or without "số" between: "Quyết định số 06", "QĐ 06", "cv: 06".
  [[nodiscard]] Lead lead(std::size_t i) const {
    Lead lead;
    if (i == 0) return lead;
    std::size_t last = i - 1;
    if (!only_of(between(last), is_number_word(last) ? " \n\r:*." : " \n\r:*")) return lead;
    if (is_number_word(last)) {
      lead.number_word = true;
      if (last == 0 || !only_of(between(--last), " \n\r")) return lead;
    }
    std::string name;
    for (std::size_t words = 1; words <= kLongestKindWords; ++words, --last) {
      if (words > 1) name.insert(0, 1, ' ');
      name.insert(0, tokens_[last].folded);
      if (const auto cited = cited_of_kind(name)) lead.kind = cited;
      if (last == 0 || !only_of(between(last - 1), " \n\r")) break;
    }
    return lead;
  }

  [[nodiscard]] DocumentNumber number(std::size_t i, std::string year, std::string text,
                                      std::size_t end) const {
    DocumentNumber number;
    number.key = number_key(text);
    number.text = std::move(text);
    number.digits = without_leading_zeros(word(i));
    number.year = std::move(year);
    number.byte_begin = tokens_[i].byte_begin;
    number.byte_end = static_cast<std::uint32_t>(end);
    return number;
  }

  // Numbers of the Party: "52-NQ/TW".
  [[nodiscard]] std::optional<DocumentNumber> read_party_number(std::size_t i, std::size_t end) const {
    if (end >= text_.size() || text_[end] != '-' || i + 1 >= tokens_.size()) return std::nullopt;
    if (!is_kind_abbreviation(tokens_[i + 1].folded)) return std::nullopt;
    const auto signature = read_signature(text_, end + 1);
    if (!signature || signature->text.find('/') == std::string::npos) return std::nullopt;
    DocumentNumber party = number(i, "", std::string(word(i)) + '-' + signature->text, signature->end);
    party.signature = without_spaces(signature->text);
    return party;
  }

  // The place behind a "/" with blanks around it.
  [[nodiscard]] std::optional<std::size_t> behind_slash(std::size_t at) const {
    while (at < text_.size() && text_[at] == ' ') ++at;
    if (at >= text_.size() || text_[at] != '/') return std::nullopt;
    return skip_blanks(text_, at + 1);
  }

  // The place behind the sign between year and signature: "/", or "-" as some write.
  [[nodiscard]] std::optional<std::size_t> behind_year(std::size_t at) const {
    if (const auto behind = behind_slash(at)) return behind;
    if (at < text_.size() && text_[at] == '-') return skip_blanks(text_, at + 1);
    return std::nullopt;
  }

  // "1552/BTTTT-THH", "87/2020/NĐ-CP".
  [[nodiscard]] std::optional<DocumentNumber> read_signed(std::size_t i, std::size_t end,
                                                          const Lead& before) const {
    auto at = behind_slash(end);
    if (!at) return std::nullopt;
    std::string year;
    if (is_document_year(text_.substr(*at, 4)) && i + 1 < tokens_.size() && is_document_year(word(i + 1))) {
      year = word(i + 1);
      at = behind_year(*at + 4);
      if (!at) return std::nullopt;
    }
    const auto signature = read_signature(text_, *at);
    if (!signature || (signature->needs_kind && !before.kind)) return std::nullopt;
    const std::string head = std::string(word(i)) + '/' + (year.empty() ? "" : year + '/');
    DocumentNumber signed_number = number(i, year, head + signature->text, signature->end);
    signed_number.signature = without_spaces(signature->text);
    return signed_number;
  }

  // "Công văn số 761", "Nghị định 13", "Quyết định số 05/2006".
  [[nodiscard]] std::optional<DocumentNumber> read_bare(std::size_t i, const Lead& before) const {
    std::size_t end = tokens_[i].byte_end;
    std::string year;
    const auto at = behind_slash(end);
    if (at) {
      if (i + 1 >= tokens_.size() || tokens_[i + 1].byte_begin != *at || !is_document_year(word(i + 1)))
        return std::nullopt;
      year = word(i + 1);
      end = tokens_[i + 1].byte_end;
    }
    if (!stands_alone(end) || !is_cited(i, before, !year.empty())) return std::nullopt;
    const std::string digits(word(i));
    return number(i, year, year.empty() ? digits : digits + '/' + year, end);
  }

  // Not the head of a fraction, a decimal number, a percentage, a time, or a number and letters run together.
  [[nodiscard]] bool stands_alone(std::size_t end) const {
    if (end >= text_.size()) return true;
    const char next = text_[end];
    const bool digit_behind = all_digits(text_.substr(std::min(end + 1, text_.size()), 1));
    if (next == '%' || next == '/') return false;
    return !((next == '.' || next == ',' || next == ':' || next == '-') && digit_behind);
  }

  [[nodiscard]] bool is_cited(std::size_t i, const Lead& before, bool with_year) const {
    if (before.number_word) return true;
    if (is_document_year(word(i)) || counts_something(i)) return false;
    if (before.kind == Cited::Bare) return true;
    const bool month = with_year && std::stoi(std::string(word(i))) <= kMonths;
    return !month && (with_year || word(i).size() >= kLongNumber);
  }

  // "01 năm tình hình", but not "175 ngày 30/10/2023" and "13 năm 2023".
  [[nodiscard]] bool counts_something(std::size_t i) const {
    if (i + 1 >= tokens_.size() || !only_of(between(i), " \n\r")) return false;
    if (std::find(kCounted.begin(), kCounted.end(), tokens_[i + 1].folded) == kCounted.end()) return false;
    return i + 2 >= tokens_.size() || !all_digits(word(i + 2).substr(0, 1));
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  std::vector<DocumentNumber> found_;
  std::size_t done_ = 0;  // end of the last number found
};

}  // namespace

std::vector<DocumentNumber> find_document_numbers(std::string_view text) { return NumberFinder(text).run(); }

}  // namespace giaidap
