// English words and phrases of the field, and what they are called in Vietnamese dispatches.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/result.h"
#include "indexer/text/phrase_set.h"

namespace giaidap {

struct GlossaryEntry {
  std::vector<std::string> english;     // several wordings of one concept
  std::vector<std::string> vietnamese;  // alternatives, the likeliest first
  std::string domain;                   // "civil status", "identity", ...
};

// A phrase of an English text that the glossary knows.
struct Translation {
  std::size_t token_begin;
  std::size_t token_end;
  const GlossaryEntry* entry;  // owned by the Glossary
};

class Glossary {
 public:
  // From glossary.tsv.
  static Result<Glossary> load(const std::filesystem::path& vocabulary_dir);

  // Known phrases from left to right, the longest at each place; a phrase of several entries once for each.
  // Endings do not count ("cards" finds "card"), but a wording exactly as typed goes before others of the
  // same stem ("issues" are difficulties, not what is issued).
  [[nodiscard]] std::vector<Translation> translate(const std::vector<Token>& text) const;

  [[nodiscard]] const std::vector<GlossaryEntry>& all() const { return entries_; }

 private:
  struct Wording {
    std::string text;  // folded words
    std::uint32_t entry;
  };

  [[nodiscard]] std::vector<std::uint32_t> meant(PhraseTrie::Node node, const std::string& typed) const;

  std::vector<GlossaryEntry> entries_;
  std::vector<Wording> wordings_;
  PhraseTrie phrases_;  // over stems, to places in wordings_
};

}  // namespace giaidap
