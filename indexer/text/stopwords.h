// Words that carry no matter: courtesy ("dạ cho em hỏi"), question words ("như thế nào"), filler.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/result.h"
#include "indexer/text/phrase_set.h"

namespace giaidap {

enum class StopKind { Courtesy, Question, Filler };

struct Stopword {
  std::string phrase;
  StopKind kind;
  bool english;  // else Vietnamese
};

// A stretch of a text that decides nothing.
struct StopMatch {
  std::size_t token_begin;
  std::size_t token_end;
  StopKind kind;
  bool exact_tones;
};

class Stopwords {
 public:
  // From stopwords.tsv. Error for an unknown kind or language.
  static Result<Stopwords> load(const std::filesystem::path& vocabulary_dir);

  // Of Vietnamese and English texts, longest first at each place.
  [[nodiscard]] std::vector<StopMatch> in(const std::vector<Token>& text) const;

  [[nodiscard]] bool contains(std::string_view phrase) const { return !phrases_.lookup(phrase).empty(); }
  [[nodiscard]] const std::vector<Stopword>& all() const { return rows_; }

 private:
  std::vector<Stopword> rows_;
  PhraseSet phrases_;  // to places in rows_
};

}  // namespace giaidap
