// Agencies and topics of one index revision, sorted by all beginnings of words, so that what was typed leads
// to its names without looking at the others.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/text/agencies.h"
#include "server/query/columns.h"
#include "server/query/completion_candidate.h"
#include "server/query/typed_text.h"

namespace giaidap {

// Immutable after making; shared by all threads.
class NameCompletions {
 public:
  NameCompletions() = default;
  // Agencies with all their spellings.
  NameCompletions(const Columns& columns, const Agencies& agencies);

  // The best names for what was typed, at most `limit`.
  [[nodiscard]] std::vector<CompletionCandidate> find(const TypedText& typed, std::size_t limit) const;

 private:
  struct Name {
    Completion completion;
    std::uint64_t entries = 0;
  };
  enum class Part { Name, EndOfName, Spelling };  // the whole name, from a later word on, another spelling
  struct Beginning {
    std::string key;
    std::size_t name = 0;
    Part part = Part::Name;
  };

  void add_facet(const FacetColumn& column, const Columns& columns, CompletionKind kind);
  void add_beginnings(const std::string& spelling, std::size_t name);

  std::vector<Name> names_;
  std::vector<Beginning> beginnings_;  // sorted by key
};

}  // namespace giaidap
