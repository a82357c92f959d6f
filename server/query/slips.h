// Typing slips: words that the index does not have, or not with these tones in this neighbourhood, and what
// the person meant by the index's own syllables and pairs.
#pragma once

#include <optional>
#include <string>

#include "server/query/lexicon.h"
#include "server/query/statistics.h"
#include "server/query/tables.h"
#include "server/query/understand.h"

namespace giaidap {

// The query's text with its slips mended, nullopt where there is nothing to mend. Mended are raw Telex and
// VNI, a letter off, a wrong tone, syllables joined or split; never numbers, names of agencies, words in
// quotation marks or excluded ones, and nothing without support: a mended word must stand beside one of its
// neighbours somewhere in the index, or be the only possible one.
std::optional<std::string> mend_slips(const UnderstoodQuery& query, const Lexicon& lexicon,
                                      const TermStatistics& statistics, const QueryTables& tables);

}  // namespace giaidap
