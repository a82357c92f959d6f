// Which language a query is written in.
#pragma once

#include <string_view>
#include <vector>

#include "server/query/understand.h"

namespace giaidap {

// True where the words are English, names and abbreviations apart.
bool is_english(const std::vector<QueryWord>& words, const QueryTables& tables);

// True where a word without diacritics has the build of a Vietnamese syllable typed without tones:
// consonant, vowels, final consonant. "dinh", "nghieng"; not "identity", "wants", "vbdl".
bool may_be_vietnamese_syllable(std::string_view folded);

}  // namespace giaidap
