// A pasted letter or paragraph, cut into the matters that it raises.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace giaidap {

inline constexpr std::size_t kMaxLetterCharacters = 20000;
inline constexpr std::size_t kMaxLetterParts = 20;

// Of a normalize_text()ed text, word for word, in order, at most kMaxLetterParts: a short text whole, of a
// longer one each paragraph (short ones with the next, long ones cut between sentences). Left out is what
// letters have around their matter: lines in capitals, whom it is for, and all from "Nơi nhận" on.
std::vector<std::string> letter_parts(std::string_view text);

}  // namespace giaidap
