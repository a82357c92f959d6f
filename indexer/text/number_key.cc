#include "indexer/text/digits.h"
#include "indexer/text/letters.h"
#include "indexer/text/normalize.h"
#include "indexer/text/numbers.h"

#include <algorithm>
#include "indexer/text/utf8.h"

namespace giaidap {
namespace {

// "70/2024-NĐ-CP" → "70/2024/NĐ-CP".
void unify_sign_behind_year(std::string& key) {
  const std::size_t slash = key.find('/');
  if (slash == std::string::npos || slash + 5 >= key.size()) return;
  if (is_document_year(std::string_view(key).substr(slash + 1, 4)) && key[slash + 5] == '-')
    key[slash + 5] = '/';
}

}  // namespace

std::string number_key(std::string_view number) {
  const std::string plain = fold(normalize_text(number));
  std::string key;
  for (std::size_t at = 0; at < plain.size();) {
    const CodePoint point = decode_at(plain, at);
    at += point.length;
    if (is_dash(point.code)) {
      key += '-';
    } else if (point.code >= U'a' && point.code <= U'z') {
      key += static_cast<char>(point.code - U'a' + U'A');
    } else if (point.code > U' ') {
      append_utf8(key, point.code);
    }
  }
  if (key.empty()) return key;
  const std::size_t zeros = key.find_first_not_of('0');
  if (zeros != std::string::npos && all_digits(key.substr(zeros, 1))) key.erase(0, zeros);
  unify_sign_behind_year(key);
  return key;
}

bool goes_on_in(std::string_view part, std::string_view key) {
  if (part.empty() || !key.starts_with(part)) return false;
  return key.size() == part.size() || key[part.size()] == '-' || key[part.size()] == '/';
}

bool is_within(const Token& word, const std::vector<DocumentNumber>& numbers) {
  return std::any_of(numbers.begin(), numbers.end(), [&](const DocumentNumber& number) {
    return word.byte_begin >= number.byte_begin && word.byte_end <= number.byte_end;
  });
}

}  // namespace giaidap
