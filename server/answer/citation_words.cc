#include "server/answer/citation_words.h"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/text/dates.h"
#include "indexer/text/digits.h"
#include "indexer/text/document_kinds.h"
#include "indexer/text/normalize.h"
#include "indexer/text/tokens.h"

namespace giaidap {
namespace {

constexpr std::size_t kMostNameWords = 25;   // between a kind and its number
constexpr std::size_t kMostNameBytes = 320;  // of a name behind the number
constexpr std::size_t kIssuerDistance = 24;  // bytes between "của" and the issuer: "Bộ trưởng "
constexpr std::size_t kDateParts = 3;

// Folded words that a title of a document begins with.
constexpr std::array<std::string_view, 12> kTitleWords = {"ve",        "quy dinh", "ban hanh",   "phe duyet",
                                                          "huong dan", "sua doi",  "cong bo",    "thanh lap",
                                                          "bai bo",    "day manh", "trong viec", "mo rong"};
// Where a title ends and the sentence goes on.
constexpr std::array<std::string_view, 13> kBehindTitle = {";",
                                                           ":",
                                                           "\n",
                                                           ", theo đó",
                                                           ", trong đó",
                                                           ", Công văn",
                                                           ", Nghị định",
                                                           " để ",
                                                           " (",
                                                           " và Thông tư số",
                                                           " và Nghị định số",
                                                           " và Quyết định số",
                                                           " và Công văn số"};

std::string folded_words(const std::vector<Token>& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) text += (i == begin ? "" : " ") + words[i].folded;
  return text;
}

const DocumentKind* kind_named(std::string_view folded) {
  for (const DocumentKind& kind : kDocumentKinds) {
    if (kind.cited != Cited::Name && (fold(kind.name) == folded || fold(kind.abbreviation) == folded))
      return &kind;
  }
  return nullptr;
}

// The longest kind whose words end before `end`; `begin` becomes its first word.
const DocumentKind* kind_before(const std::vector<Token>& words, std::size_t end, std::size_t& begin) {
  const DocumentKind* longest = nullptr;
  for (std::size_t count = 1; count <= std::min(kLongestKindWords, end); ++count) {
    if (const DocumentKind* kind = kind_named(folded_words(words, end - count, end))) {
      longest = kind;
      begin = end - count;
    }
  }
  return longest;
}

class Reader {
 public:
  Reader(std::string_view text, const DocumentNumber& number, const Agencies& agencies)
      : text_(text), number_(number), agencies_(agencies) {}

  CitationWords read() && {
    read_before();
    std::string_view rest = rest_of_sentence();
    read_date(rest);
    read_issuer(rest);
    read_title(rest);
    if (const std::string kind = kind_of_signature(number_.signature); !kind.empty()) said_.kind = kind;
    if (said_.issuer.empty()) said_.issuer = agencies_.issuer_of(number_.signature).value_or("");
    return std::move(said_);
  }

 private:
  // "Quyết định số", or with the name between: "Quy chế phối hợp cấp, hủy số định danh cá nhân số".
  void read_before() {
    const std::size_t begins = sentence_of(text_, number_).byte_begin;
    const std::string_view before = text_.substr(begins, number_.byte_begin - begins);
    const std::vector<Token> words = tokenize(before);
    std::size_t end = words.size();
    const bool number_word = end > 0 && words[end - 1].folded == "so";
    if (number_word) --end;
    std::size_t begin = end;
    if (const DocumentKind* kind = kind_before(words, end, begin)) {
      said_.kind = kind->name;
      return;
    }
    for (std::size_t last = end; number_word && last > 0 && end - last < kMostNameWords; --last) {
      const DocumentKind* kind = kind_before(words, last, begin);
      const bool has_digit = all_digits(words[last - 1].folded);
      if (has_digit) return;  // of another document
      if (kind == nullptr || !is_capital(before, words[begin])) continue;
      said_.kind = kind->name;
      said_.name = before.substr(words[begin].byte_begin, words[end - 1].byte_end - words[begin].byte_begin);
      return;
    }
  }

  static bool is_capital(std::string_view text, const Token& word) {
    const std::string_view written = text.substr(word.byte_begin, word.byte_end - word.byte_begin);
    return lower(written) != written;
  }

  [[nodiscard]] std::string_view rest_of_sentence() const {
    const std::string_view behind = text_.substr(number_.byte_end);
    for (const ByteRange& range : sentences(text_)) {
      if (range.byte_begin <= number_.byte_begin && number_.byte_end <= range.byte_end)
        return behind.substr(0, range.byte_end - number_.byte_end);
    }
    return behind.substr(0, behind.find('\n'));
  }

  // " ngày 28/7/2020", ", ngày 23 tháng 5 năm 2023"; but " (ngày 12/01/2024)" is when something was done.
  void read_date(std::string_view& rest) {
    const std::vector<Token> words = tokenize(rest.substr(0, std::min<std::size_t>(rest.size(), 64)));
    if (words.empty() || words[0].folded != "ngay" || words[0].byte_begin > 3) return;
    if (rest.substr(0, words[0].byte_begin).find('(') != std::string_view::npos) return;
    std::size_t parts = 0;
    std::size_t last = 0;
    for (std::size_t i = 1; i < words.size() && parts < kDateParts; ++i) {
      const bool digits = all_digits(words[i].folded);
      if (!digits && words[i].folded != "thang" && words[i].folded != "nam") break;
      if (digits) ++parts;
      last = i;
    }
    if (parts < kDateParts) return;
    said_.date = find_date(rest.substr(0, words[last].byte_end)).value_or("");
    rest.remove_prefix(words[last].byte_end);
    if (!rest.empty() && rest.front() == ')') rest.remove_prefix(1);
  }

  // " của Chính phủ", " của Bộ trưởng Bộ Tư pháp".
  void read_issuer(std::string_view& rest) {
    constexpr std::string_view kOf = " của ";
    if (rest.substr(0, kOf.size()) != kOf) return;
    const auto mentions = agencies_.mentions(rest);
    if (mentions.empty() || mentions.front().byte_begin > kOf.size() + kIssuerDistance) return;
    const std::string_view between = rest.substr(kOf.size(), mentions.front().byte_begin - kOf.size());
    if (between.find(',') != std::string_view::npos) return;
    said_.issuer = mentions.front().name;
    rest.remove_prefix(mentions.front().byte_end);
  }

  void read_title(std::string_view rest) {
    const std::size_t begin = rest.find_first_not_of(' ');
    if (!said_.name.empty() || begin == std::string_view::npos) return;
    rest.remove_prefix(begin);
    const std::string start = fold(rest.substr(0, 32)) + ' ';
    const bool is_title = std::any_of(kTitleWords.begin(), kTitleWords.end(), [&](std::string_view word) {
      return start.compare(0, word.size(), word) == 0 && start[word.size()] == ' ';
    });
    if (!is_title) return;
    std::size_t end = rest.size();
    for (const std::string_view sign : kBehindTitle) end = std::min(end, rest.find(sign));
    if (end > kMostNameBytes) return;
    std::string name = squeeze(rest.substr(0, end));
    while (!name.empty() && (name.back() == '.' || name.back() == ',' || name.back() == ')')) name.pop_back();
    said_.name = std::move(name);
  }

  std::string_view text_;
  const DocumentNumber& number_;
  const Agencies& agencies_;
  CitationWords said_;
};

}  // namespace

ByteRange sentence_of(std::string_view text, const DocumentNumber& number) {
  for (const ByteRange& range : sentences(text)) {
    if (range.byte_begin <= number.byte_begin && number.byte_begin < range.byte_end) return range;
  }
  return {0, static_cast<std::uint32_t>(text.size())};
}

CitationWords citation_words(std::string_view text, const DocumentNumber& number, const Agencies& agencies) {
  return Reader(text, number, agencies).read();
}

std::string kind_of_signature(std::string_view signature) {
  const std::string first = fold(signature.substr(0, signature.find_first_of("-/")));
  if (first.empty()) return "";
  for (const DocumentKind& kind : kDocumentKinds) {
    if (kind.cited != Cited::Name && !kind.abbreviation.empty() && fold(kind.abbreviation) == first)
      return std::string(kind.name);
  }
  return "";
}

}  // namespace giaidap
