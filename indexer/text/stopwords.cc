#include "indexer/text/stopwords.h"

#include <optional>

#include "indexer/text/vocabulary_table.h"

namespace giaidap {
namespace {

std::optional<StopKind> stop_kind(const std::string& word) {
  if (word == "courtesy") return StopKind::Courtesy;
  if (word == "question") return StopKind::Question;
  if (word == "filler") return StopKind::Filler;
  return std::nullopt;
}

}  // namespace

Result<Stopwords> Stopwords::load(const std::filesystem::path& vocabulary_dir) {
  auto loaded = VocabularyTable::load(vocabulary_dir / "stopwords.tsv", {"phrase", "kind", "language"});
  if (!loaded) return loaded.error();
  const VocabularyTable& table = loaded.value();
  Stopwords stopwords;
  for (std::size_t row = 0; row < table.size(); ++row) {
    const auto kind = stop_kind(table.cell(row, 1));
    if (!kind)
      return table.error(row, "\"" + table.cell(row, 1) + "\" is none of courtesy, question, filler");
    const std::string& language = table.cell(row, 2);
    if (language != "vi" && language != "en") return table.error(row, "its language is neither vi nor en");
    for (const std::string& phrase : split_list(table.cell(row, 0))) {
      stopwords.phrases_.add(phrase, static_cast<std::uint32_t>(stopwords.rows_.size()));
      stopwords.rows_.push_back({phrase, *kind, language == "en"});
    }
  }
  return stopwords;
}

std::vector<StopMatch> Stopwords::in(const std::vector<Token>& text) const {
  std::vector<StopMatch> found;
  for (const PhraseMatch& match : phrases_.find_all(text)) {
    const bool is_second_meaning = !found.empty() && found.back().token_begin == match.token_begin;
    if (is_second_meaning) continue;
    found.push_back({match.token_begin, match.token_end, rows_[match.id].kind, match.exact_tones});
  }
  return found;
}

}  // namespace giaidap
