#include "indexer/dispatch/header_words.h"

#include <algorithm>

#include "indexer/text/normalize.h"
#include "indexer/text/vocabulary_table.h"

namespace giaidap {
namespace {

std::optional<std::string> find_in(const std::vector<std::pair<std::string, std::string>>& table,
                                   const std::string& key) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.first == key; });
  return found == table.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

Result<HeaderWords> HeaderWords::load(const std::filesystem::path& vocabulary_dir) {
  const auto kinds = VocabularyTable::load(vocabulary_dir / "document_kinds.tsv",
                                           {"kind", "abbreviations", "cited", "english"});
  if (!kinds) return kinds.error();
  const auto ranks = VocabularyTable::load(vocabulary_dir / "ranks.tsv", {"rank"});
  if (!ranks) return ranks.error();
  HeaderWords words;
  for (std::size_t row = 0; row < kinds.value().size(); ++row) {
    const std::string name = lower(kinds.value().cell(row, 0));
    words.kinds_.emplace_back(fold(name), name);
    for (const std::string& abbreviation : split_list(kinds.value().cell(row, 1))) {
      words.abbreviations_.emplace_back(fold(abbreviation), name);
    }
  }
  for (std::size_t row = 0; row < ranks.value().size(); ++row) {
    words.ranks_.push_back(ranks.value().cell(row, 0));
  }
  std::sort(words.ranks_.begin(), words.ranks_.end(),
            [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  return words;
}

std::optional<std::string> HeaderWords::kind_of_heading(std::string_view line) const {
  return find_in(kinds_, fold(squeeze(line)));
}

std::optional<std::string> HeaderWords::kind_of_abbreviation(std::string_view part) const {
  return find_in(abbreviations_, fold(squeeze(part)));
}

std::string HeaderWords::leading_rank(std::string_view line) const {
  const std::string folded = lower(squeeze(line));
  for (const std::string& rank : ranks_) {
    if (folded.starts_with(lower(rank) + ' ')) return rank;
  }
  return {};
}

}  // namespace giaidap
