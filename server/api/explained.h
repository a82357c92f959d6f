// Abbreviations in a text, and what they stand for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/abbreviations.h"
#include "indexer/text/tokens.h"
#include "server/query/tables.h"

namespace giaidap {

struct ExplainedWord {
  ByteRange range;
  std::string meaning;
};

// By what the texts of one entry define themselves, else by the tables where they know one meaning only.
class Explainer {
 public:
  // tables must outlive this.
  Explainer(const QueryTables& tables, std::string_view defining_text);

  // In order. Only words with two capitals and more are looked at: "TTHC", "CSDLQGvDC", "BTTTT".
  [[nodiscard]] std::vector<ExplainedWord> in(std::string_view text) const;

 private:
  [[nodiscard]] std::string meaning_of(std::string_view word) const;

  const QueryTables& tables_;
  std::vector<Abbreviation> own_;
};

}  // namespace giaidap
