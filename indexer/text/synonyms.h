// Everyday words and official ones for the same thing: "bằng lái" ↔ "giấy phép lái xe".
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/base/result.h"
#include "indexer/text/abbreviations.h"
#include "indexer/text/phrase_set.h"

namespace giaidap {

// Phrases that may stand for one another.
struct SynonymGroup {
  std::vector<std::string> official;
  std::vector<std::string> everyday;  // the commonest first
};

class Synonyms {
 public:
  // From synonyms.tsv.
  static Result<Synonyms> load(const std::filesystem::path& vocabulary_dir);

  // Phrases of a text, longest first at each place, with what else to look for: for an everyday phrase the
  // official ones, for an official one the others and the commonest everyday ones. Each once.
  [[nodiscard]] std::vector<OtherForm> in(const std::vector<Token>& text) const;

  [[nodiscard]] const std::vector<SynonymGroup>& groups() const { return groups_; }

 private:
  std::vector<SynonymGroup> groups_;
  PhraseSet phrases_;  // ids: see synonyms.cc
};

}  // namespace giaidap
