#include "server/api/explained.h"

#include "indexer/text/definitions.h"

namespace giaidap {
namespace {

// Letters, digits and "&" make words here: "GD&ĐT".
bool is_word_byte(char c) {
  return c < 0 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '&';
}

// ASCII capitals and Đ; abbreviations have no other letters with marks.
int capitals(std::string_view word) {
  int count = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if ((word[i] >= 'A' && word[i] <= 'Z') || word.substr(i, 2) == "Đ") ++count;
  }
  return count;
}

}  // namespace

Explainer::Explainer(const QueryTables& tables, std::string_view defining_text)
    : tables_(tables), own_(definitions_in(defining_text)) {}

std::string Explainer::meaning_of(std::string_view word) const {
  for (const Abbreviation& defined : own_) {
    if (defined.short_form == word) return defined.expansion;
  }
  const Abbreviations& known = tables_.vocabulary.abbreviations;
  if (known.contains(word)) {
    const std::vector<std::string> meanings = known.expansions(word);
    return meanings.size() == 1 ? meanings.front() : "";
  }
  const std::string agency = tables_.agencies.canonical(word).value_or("");
  return agency == word ? "" : agency;
}

std::vector<ExplainedWord> Explainer::in(std::string_view text) const {
  std::vector<ExplainedWord> explained;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    const std::string_view word = text.substr(begin, end - begin);
    if (capitals(word) >= 2) {
      std::string meaning = meaning_of(word);
      if (!meaning.empty()) {
        explained.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, meaning});
      }
    }
    begin = end + 1;
  }
  return explained;
}

}  // namespace giaidap
