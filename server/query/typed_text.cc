#include "server/query/typed_text.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "indexer/text/completion_key.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr std::size_t kMostWords = 24;

// True where the form stands for other words as well, or where its letters may be a word begun without tones:
// "da" is hardly "ĐA", đề án.
bool is_unsure(const OtherForm& form, const std::vector<OtherForm>& all, const std::vector<Token>& tokens) {
  const auto of_these_words = std::count_if(
      all.begin(), all.end(), [&](const OtherForm& other) { return other.token_begin == form.token_begin; });
  return of_these_words > 1 || (!form.exact_tones && is_syllable(tokens[form.token_begin].folded));
}

std::vector<OtherForm> sure_ones(const std::vector<OtherForm>& forms, const std::vector<Token>& tokens) {
  std::vector<OtherForm> sure;
  std::copy_if(forms.begin(), forms.end(), std::back_inserter(sure),
               [&](const OtherForm& form) { return !is_unsure(form, forms, tokens); });
  return sure;
}

// The words with these forms in place of what they stand for; of several for the same words the first.
std::vector<std::string> replaced(const std::vector<Token>& tokens, const std::vector<OtherForm>& forms) {
  std::vector<std::string> words;
  std::size_t at = 0;
  for (const OtherForm& form : forms) {
    if (form.token_begin < at) continue;
    for (; at < form.token_begin; ++at) words.push_back(tokens[at].folded);
    for (const Token& word : tokenize(form.text)) words.push_back(word.folded);
    at = form.token_end;
  }
  for (; at < tokens.size(); ++at) words.push_back(tokens[at].folded);
  return words;
}

}  // namespace

std::string TypedText::key() const {
  std::string key;
  for (const std::string& word : words) key.append(word).append(" ");
  if (last_open) key.pop_back();
  return key;
}

bool TypedText::is_word(std::size_t place, std::string_view folded) const {
  const std::string& word = words[place];
  return last_open && place + 1 == words.size() ? folded.starts_with(word) : folded == word;
}

std::optional<std::size_t> TypedText::find_in(const std::vector<Token>& text) const {
  for (std::size_t begin = 0; begin + words.size() <= text.size(); ++begin) {
    std::size_t same = 0;
    while (same < words.size() && is_word(same, text[begin + same].folded)) ++same;
    if (same == words.size()) return begin;
  }
  return std::nullopt;
}

std::vector<TypedText> readings_of(std::string_view text, const Abbreviations& abbreviations) {
  const std::vector<Token> tokens = tokenize(text);
  if (tokens.empty() || tokens.size() > kMostWords) return {};
  const bool open = tokens.back().byte_end == text.size();
  std::vector<TypedText> readings;
  const auto add = [&](std::vector<std::string> words) {
    const bool known = std::any_of(readings.begin(), readings.end(),
                                   [&](const TypedText& reading) { return reading.words == words; });
    if (!known && !words.empty()) readings.push_back({std::move(words), open});
  };
  const auto add_all = [&](const std::vector<Token>& words) {
    add(replaced(words, {}));
    add(replaced(words, sure_ones(abbreviations.expansions_in(words), words)));
    add(replaced(words, abbreviations.short_forms_in(words)));
  };
  add_all(tokens);
  if (!open) return readings;
  // An unfinished word has no form of its own yet: "li" is no "ly" while it may become "liên".
  std::vector<Token> unfinished = tokens;
  Token& last = unfinished.back();
  last.folded = fold(text.substr(last.byte_begin, last.byte_end - last.byte_begin));
  add_all(unfinished);
  return readings;
}

}  // namespace giaidap
