#include "indexer/dispatch/lines.h"

#include <cctype>
#include <vector>

#include "indexer/text/normalize.h"
#include "indexer/text/tokens.h"

namespace giaidap {
namespace {

constexpr std::size_t kLongestNumberLine = 90;  // bytes

// The letters of a word, each with all its bytes.
std::vector<std::string_view> letters_of(std::string_view word) {
  std::vector<std::string_view> letters;
  for (std::size_t begin = 0; begin < word.size();) {
    std::size_t end = begin + 1;
    while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U) ++end;
    letters.push_back(word.substr(begin, end - begin));
    begin = end;
  }
  return letters;
}

bool is_capital(std::string_view letter) { return lower(letter) != letter; }

bool is_digit(std::string_view letter) {
  return letter.size() == 1 && std::isdigit(static_cast<unsigned char>(letter[0])) != 0;
}

std::string_view source_of(const Token& token, std::string_view text) {
  return text.substr(token.byte_begin, token.byte_end - token.byte_begin);
}

}  // namespace

bool is_upper_case(std::string_view text) {
  bool any = false;
  for (const Token& token : tokenize(text)) {
    for (const std::string_view letter : letters_of(source_of(token, text))) {
      if (is_digit(letter)) continue;
      if (!is_capital(letter)) return false;
      any = true;
    }
  }
  return any;
}

bool is_number_line(std::string_view text) {
  const std::string folded = fold(squeeze(text));
  if (!folded.starts_with("so:") && !folded.starts_with("so :")) return false;
  return folded.size() <= kLongestNumberLine && folded.find('/') != std::string::npos;
}

bool is_motto(std::string_view text) {
  const std::string folded = fold(text);
  return folded.find("cong hoa xa hoi chu nghia viet nam") != std::string::npos ||
         folded.find("doc lap - tu do") != std::string::npos || folded == "dang cong san viet nam";
}

bool is_recipients_line(std::string_view text) { return fold(squeeze(text)).starts_with("noi nhan"); }

bool is_person_name(std::string_view text) {
  const std::vector<Token> tokens = tokenize(text);
  if (tokens.size() < 2 || tokens.size() > 7 || is_upper_case(text)) return false;
  for (const Token& token : tokens) {
    if (!is_capital(letters_of(source_of(token, text)).front())) return false;
  }
  return text.find_first_of(",;:0123456789") == std::string_view::npos;
}

}  // namespace giaidap
