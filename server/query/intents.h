// What kind of thing a question asks for, by corpus/vocabulary/intents.tsv. Immutable after loading.
#pragma once

#include <filesystem>
#include <set>
#include <string>
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
  Person,       // who somebody is, how to reach them
};

// The words of the table: "quantity", "money", ..., "person".
std::string_view to_string(Intent intent);

class Intents {
 public:
  // Error with file:line for a bad row.
  static Result<Intents> load(const std::filesystem::path& vocabulary_dir);

  // All that the words of a question ask for; of phrases in one another the longest decides. A question for a
  // sum is none for a figure.
  [[nodiscard]] std::set<Intent> of(const std::vector<Token>& question, bool english) const;

  // What a Vietnamese question asks how many of: the word behind "bao nhiêu", folded; empty where none is
  // there.
  [[nodiscard]] std::string counted(const std::vector<Token>& question) const;

 private:
  // Phrases of one language. A gapped phrase ("lệ phí … bao nhiêu") is two parts in this order, whatever
  // stands between them.
  struct Phrases {
    PhraseSet whole;
    PhraseSet parts;  // ids: 2n and 2n + 1 are the parts of gapped[n]
    std::vector<Intent> gapped;
  };
  static void add(Phrases& phrases, const std::string& phrase, Intent intent);

  Phrases vietnamese_;
  Phrases english_;
};

}  // namespace giaidap
