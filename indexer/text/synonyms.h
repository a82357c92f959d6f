// Everyday words and official ones for the same thing: "bằng lái" ↔ "giấy phép lái xe".
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/result.h"
#include "indexer/text/abbreviations.h"
#include "indexer/text/phrase_set.h"

namespace giaidap {

class Synonyms {
 public:
  // From synonyms.tsv: groups of phrases that may stand for one another.
  static Result<Synonyms> load(const std::filesystem::path& vocabulary_dir);

  // The other phrases of the groups that hold this one, official ones first.
  [[nodiscard]] std::vector<std::string> of(std::string_view phrase) const;

  // Phrases of a text with their synonyms, longest first at each place.
  [[nodiscard]] std::vector<OtherForm> in(const std::vector<Token>& text) const;

  // Each group: the official phrases, then the everyday ones.
  [[nodiscard]] const std::vector<std::vector<std::string>>& groups() const { return groups_; }

 private:
  std::vector<std::vector<std::string>> groups_;
  PhraseSet phrases_;  // to places in groups_
};

}  // namespace giaidap
