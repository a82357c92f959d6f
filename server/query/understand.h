// Typed text → what the person means by it: words with their tones, phrases, exclusions, document numbers,
// agencies, language. Knows nothing of the index.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/numbers.h"
#include "indexer/text/tokens.h"
#include "server/query/tables.h"

namespace giaidap {

// One word of a query. `marked` is true where it was typed with a tone or other diacritic: such a word means
// exactly itself, an unmarked one may stand for any word that folds to it.
struct QueryWord : Token {
  bool marked = false;
  bool exact =
      false;  // means itself: marked, told by its neighbours, or unmarked in a query typed with tones
  WordRole role = WordRole::Content;
  bool role_certain = true;  // false: a single word that is a stop word only with tones that were not typed
};

struct UnderstoodQuery {
  std::string text;                              // normalised, at most kMaxQueryCharacters characters
  bool english = false;                          // the words are English, names apart
  bool mostly_marked = false;                    // typed with tones as a whole: an unmarked word means itself
  std::string read_as;                           // the text with its tones restored; empty where none were
  bool may_continue = false;                     // the last word may be unfinished (nothing typed after it)
  std::vector<QueryWord> words;                  // in order, without the excluded ones
  std::vector<std::vector<QueryWord>> phrases;   // "…"; their words are among `words` as well
  std::vector<std::vector<QueryWord>> excluded;  // -word, -"phrase"
  std::vector<DocumentNumber> numbers;
  std::vector<AgencyMention> agencies;
  std::vector<PlaceMention> places;  // provinces
  std::set<Intent> asks;             // what kind of thing is asked for, where the words tell
  std::string counted;               // what is asked how many of, its first syllable, folded; may be empty
};

UnderstoodQuery understand(std::string_view typed, const QueryTables& tables);

// The words of any text as query words, nothing excluded and no role told.
std::vector<QueryWord> words_of(std::string_view normalized);

// The same words as the vocabulary takes them.
std::vector<Token> tokens_of(const std::vector<QueryWord>& words);

}  // namespace giaidap
