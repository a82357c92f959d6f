#include "indexer/text/completion_key.h"

namespace giaidap {

std::string completion_key(const std::vector<Token>& words) {
  std::string key;
  for (const Token& word : words) key.append(word.folded).append(" ");
  return key;
}

std::string completion_key(std::string_view text) { return completion_key(tokenize(text)); }

std::string_view cut_key(std::string_view key, std::size_t bytes) {
  if (key.size() <= bytes) return key;
  while (bytes > 0 && (static_cast<unsigned char>(key[bytes]) & 0xC0U) == 0x80U) --bytes;
  return key.substr(0, bytes);
}

}  // namespace giaidap
