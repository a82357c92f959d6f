#include "indexer/dispatch/casing.h"

#include <algorithm>

#include "indexer/dispatch/lines.h"
#include "indexer/text/normalize.h"
#include "indexer/text/tokens.h"

namespace giaidap {
namespace {

constexpr std::size_t kMostBytes = 1U << 20U;  // of one text; longer ones teach nothing more

std::size_t first_letter_bytes(std::string_view word) {
  std::size_t bytes = 1;
  while (bytes < word.size() && (static_cast<unsigned char>(word[bytes]) & 0xC0U) == 0x80U) ++bytes;
  return bytes;
}

bool is_code(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

struct Word {
  std::string written;
  std::string small;
  bool opens_sentence;
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  std::size_t end = 0;
  for (const Token& token : tokenize(text)) {
    const std::string written(text.substr(token.byte_begin, token.byte_end - token.byte_begin));
    const std::string_view gap = text.substr(end, token.byte_begin - end);
    const bool opens = end == 0 || gap.find_first_of(".:;!?\"-") != std::string_view::npos ||
                       gap.find("“") != std::string_view::npos;
    words.push_back({written, lower(written), opens});
    end = token.byte_end;
  }
  return words;
}

const std::string* most_frequent(const std::map<std::string, int>& forms) {
  const auto most = std::max_element(forms.begin(), forms.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == forms.end() ? nullptr : &most->first;
}

template <typename Map, typename Key>
const std::string* look_up(const Map& map, const Key& key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : most_frequent(found->second);
}

}  // namespace

Casing::Casing(const std::vector<Block>& blocks) {
  for (const Block& block : blocks) {
    learn(block.text);
    for (const CellText& cell : block.cells) {
      for (const std::string& paragraph : cell) learn(paragraph);
    }
  }
}

void Casing::learn(std::string_view text) {
  if (text.size() > kMostBytes || is_upper_case(text)) return;
  const std::vector<Word> words = words_of(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    // What opens a sentence has its capital from there.
    if (words[i].opens_sentence) continue;
    ++alone_[words[i].small][words[i].written];
    ++after_[{words[i - 1].small, words[i].small}][words[i].written];
    if (i + 1 < words.size() && !words[i + 1].opens_sentence) {
      ++before_[{words[i].small, words[i + 1].small}][words[i].written];
    }
  }
}

const std::string* Casing::form_of(const std::string& before, const std::string& word,
                                   const std::string& after) const {
  if (const std::string* form = look_up(after_, std::pair(before, word))) return form;
  if (const std::string* form = look_up(before_, std::pair(word, after))) return form;
  return look_up(alone_, word);
}

std::string Casing::restore(const std::string& text) const {
  if (!is_upper_case(text)) return text;
  const std::vector<Token> tokens = tokenize(text);
  const std::vector<Word> words = words_of(text);
  std::string restored;
  std::size_t end = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    restored += text.substr(end, tokens[i].byte_begin - end);
    end = tokens[i].byte_end;
    const std::string* form = form_of(i == 0 ? "" : words[i - 1].small, words[i].small,
                                      i + 1 < words.size() ? words[i + 1].small : "");
    std::string word = form != nullptr ? *form : is_code(words[i].small) ? words[i].written : words[i].small;
    if (i == 0) {
      const std::size_t first = first_letter_bytes(word);
      word = words[i].written.substr(0, first_letter_bytes(words[i].written)) + word.substr(first);
    }
    restored += word;
  }
  return restored + text.substr(end);
}

}  // namespace giaidap
