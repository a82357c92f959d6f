// Tones that were left out, told from context: "dang ky khai sinh" → "đăng ký khai sinh". The readings of
// each toneless word are weighed by the syllables and pairs of the index (a hidden Markov model, solved
// forward and backward); a word is restored where one reading has nearly all the probability and the index
// knows it beside a neighbour.
#pragma once

#include "server/query/lexicon.h"
#include "server/query/statistics.h"
#include "server/query/tables.h"
#include "server/query/understand.h"

namespace giaidap {

// The query with its tones restored where they are clear; `read_as` is set where any was. Words in quotation
// marks, excluded ones, numbers and English queries stay as typed.
UnderstoodQuery restore_tones(UnderstoodQuery query, const Lexicon& lexicon, const TermStatistics& statistics,
                              const QueryTables& tables);

}  // namespace giaidap
