// Vietnamese typed with the input method switched off: raw Telex ("ddinhj", "hieenr") and VNI ("d9inh5",
// "so61").
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace giaidap {

// What the keys would have written, one for each way of typing in which they make a Vietnamese syllable;
// empty for keys that write nothing but themselves. Lower case, canonical_syllable() form.
std::vector<std::string> syllables_of_keys(std::string_view keys);

}  // namespace giaidap
