// What kind of thing a question asks for, by corpus/vocabulary/intents.tsv. Immutable after loading.
#pragma once

#include <filesystem>
#include <set>
#include <string_view>
#include <vector>

#include "indexer/base/result.h"
#include "indexer/text/phrase_set.h"

namespace giaidap {

enum class Intent {
  Quantity,     // a figure
  Money,        // a sum
  Date,         // when, until when
  Procedure,    // which papers, where to file
  Signer,       // who signed
  Who,          // which agency answers or is responsible
  Petition,     // who asked whom for what
  Reply,        // what was answered
  Document,     // what a document is
  AskedBefore,  // has anybody asked this
};

// The words of the table: "quantity", "money", ..., "asked_before".
std::string_view to_string(Intent intent);

class Intents {
 public:
  // Error with file:line for a bad row.
  static Result<Intents> load(const std::filesystem::path& vocabulary_dir);

  // All that the words of a question ask for; of phrases in one another the longest decides.
  [[nodiscard]] std::set<Intent> of(const std::vector<Token>& question, bool english) const;

 private:
  PhraseSet vietnamese_;
  PhraseSet english_;
};

}  // namespace giaidap
