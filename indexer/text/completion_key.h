// What completions compare: the words of a text without tones, case and punctuation.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/tokens.h"

namespace giaidap {

// "Cấp số định danh: 02 trường hợp" → "cap so dinh danh 2 truong hop ". Each word ends in a space, so that a
// whole word at the end of what was typed is no beginning of a longer one.
std::string completion_key(const std::vector<Token>& words);
std::string completion_key(std::string_view text);

// At most `bytes` of the key, cut at a character's end.
std::string_view cut_key(std::string_view key, std::size_t bytes);

}  // namespace giaidap
