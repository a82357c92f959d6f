#include "indexer/dispatch/lines.h"

#include <cctype>
#include <vector>

#include "indexer/text/normalize.h"
#include "indexer/text/tokens.h"

namespace giaidap {
namespace {

constexpr std::size_t kLongestNumberLine = 90;  // bytes

bool has_capital(std::string_view word) { return lower(word.substr(0, word.size())) != word; }

}  // namespace

bool is_upper_case(std::string_view text) {
  bool letters = false;
  for (const Token& token : tokenize(text)) {
    const std::string_view word = text.substr(token.byte_begin, token.byte_end - token.byte_begin);
    if (std::isdigit(static_cast<unsigned char>(word.front())) != 0) continue;
    const std::string small = lower(word);
    if (small == word) return false;
    // One capital does not make an upper-case word: every letter must change when lowered.
    std::size_t same = 0;
    for (std::size_t i = 0; i < word.size() && i < small.size(); ++i) {
      if (word[i] >= 'a' && word[i] <= 'z') ++same;
    }
    if (same > 0) return false;
    letters = true;
  }
  return letters;
}

bool is_number_line(std::string_view text) {
  const std::string folded = fold(squeeze(text));
  if (!folded.starts_with("so:") && !folded.starts_with("so :")) return false;
  return folded.size() <= kLongestNumberLine && folded.find('/') != std::string::npos;
}

bool is_motto(std::string_view text) {
  const std::string folded = fold(text);
  return folded.find("cong hoa xa hoi chu nghia viet nam") != std::string::npos ||
         folded.find("doc lap - tu do") != std::string::npos;
}

bool is_recipients_line(std::string_view text) { return fold(squeeze(text)).starts_with("noi nhan"); }

bool is_person_name(std::string_view text) {
  const std::vector<Token> tokens = tokenize(text);
  if (tokens.size() < 2 || tokens.size() > 7 || is_upper_case(text)) return false;
  for (const Token& token : tokens) {
    if (!has_capital(text.substr(token.byte_begin, token.byte_end - token.byte_begin))) return false;
  }
  return text.find_first_of(",;:0123456789") == std::string_view::npos;
}

}  // namespace giaidap
