// Names that an entry bears without saying them: of a petition who made it, of what stands in the dispatch of
// a province that province. Where a query names them, all that the entry says is said of them.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "indexer/text/tokens.h"
#include "server/query/coded_entries.h"
#include "server/query/passage_score.h"
#include "server/query/search.h"

namespace giaidap {

// The words of those that the query names; empty where the entry bears none of them.
std::vector<Token> borne_names(const std::vector<std::string>& petitioners, const std::string& dispatch_id,
                               const Interpretation& asked);

// With these words in each sentence of text and question, for scores; they have no place in the text.
AnalysedText with_names(AnalysedText text, const std::vector<Token>& names);
CodedEntry with_names(const CodedEntry& entry, std::span<const WordCode> names);

}  // namespace giaidap
