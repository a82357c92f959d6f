// Tables of corpus/vocabulary that both sides use, beside agencies (agencies.h). Immutable after loading;
// safe to share by threads. Texts given to any of them must be normalize_text()ed.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/base/result.h"
#include "indexer/text/abbreviations.h"
#include "indexer/text/glossary.h"
#include "indexer/text/successors.h"
#include "indexer/text/synonyms.h"
#include "indexer/text/topics.h"

namespace giaidap {

struct Vocabulary {
  // Error with file:line for a bad row.
  static Result<Vocabulary> load(const std::filesystem::path& vocabulary_dir);

  // The topic that a group title names; nullopt for any other title.
  [[nodiscard]] std::optional<std::string> topic_of_title(std::string_view title) const {
    return topics.of_title(title);
  }
  // The topic of a prose text; empty where none clearly leads.
  [[nodiscard]] std::string classify_topic(std::string_view text) const { return topics.of_text(text); }

  // A word written as in abbreviations.tsv, case and tones as there: "CNTT", not "cntt".
  [[nodiscard]] bool is_abbreviation(std::string_view word) const { return abbreviations.contains(word); }

  Abbreviations abbreviations;
  Synonyms synonyms;
  Glossary glossary;
  Topics topics;
  Successors successors;
};

}  // namespace giaidap
