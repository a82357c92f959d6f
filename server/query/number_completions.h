// Numbers of dispatches and of documents that entries cite, by their beginning: "1552", "nghị định 87/2020".
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "server/query/completion_candidate.h"
#include "server/query/completions.h"

namespace giaidap {

// Nothing where the text is no number, with or without the kind of document before it. Where a kind is named,
// numbers of this kind come first. The text must be normalize_text()ed. Throws Xapian's exceptions.
std::vector<CompletionCandidate> complete_number(const CompletionSource& source, std::string_view text,
                                                 std::size_t limit);

}  // namespace giaidap
