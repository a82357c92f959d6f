// What the sources of completions hand over for ranking.
#pragma once

#include <cstdint>

#include "server/query/search.h"

namespace giaidap {

// How much of the typed text a completion takes up, the best first.
enum class CompletionMatch { Begins, Contains, HasWords };

struct CompletionCandidate {
  Completion completion;
  CompletionMatch match = CompletionMatch::Begins;
  std::uint64_t entries = 0;  // that have it: how common it is
};

}  // namespace giaidap
