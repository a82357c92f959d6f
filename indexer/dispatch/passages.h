// Sections → passage entries: paragraphs or short runs of them, cut at sentence ends.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "indexer/base/entry.h"
#include "indexer/dispatch/outline.h"
#include "indexer/text/agencies.h"
#include "indexer/text/vocabulary.h"

namespace giaidap {

inline constexpr std::size_t kMaxPassageCharacters = 1500;

// What passages are made with.
struct PassageContext {
  std::string dispatch_id;
  const Agencies& agencies;
  const Vocabulary& vocabulary;
  std::map<std::string, int> running;  // path → how many passages it has so far; names never repeat
};

// Entries of the sections in order; each footnote becomes a passage of its own under the section that refers
// to it.
std::vector<Entry> passages_of(const Prose& prose, std::vector<Footnote> notes, PassageContext& context);

// One passage under a path, for parts of a dispatch that have no sections (header, recipients, signature).
Entry make_passage(const std::string& path, const std::vector<std::string>& heading, const std::string& text,
                   const Place& place, PassageContext& context);

// A text in pieces of at most max_characters, none empty, cut at sentence ends (at blanks where a sentence is
// longer).
std::vector<std::string> cut_at_sentences(const std::string& text, std::size_t max_characters);

}  // namespace giaidap
