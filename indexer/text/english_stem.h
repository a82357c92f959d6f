// English words without their inflection, so that one row of the glossary serves all forms of a word.
#pragma once

#include <string>
#include <string_view>

namespace giaidap {

// "cards" → "card", "villages" → "villag", "applied" → "appli", "connecting" → "connect": plural, past and
// -ing endings go, final e and y are levelled. Lower-case ASCII words; anything else comes back as it is.
// Steps 1a to 1c of M. F. Porter, "An algorithm for suffix stripping" (1980), and the removal of a final e.
std::string english_stem(std::string_view word);

}  // namespace giaidap
