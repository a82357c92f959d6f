#include "indexer/dispatch/header_words.h"

#include <algorithm>

#include "indexer/text/normalize.h"
#include "indexer/text/tokens.h"
#include "indexer/text/vocabulary_table.h"

namespace giaidap {
namespace {

using Named = std::vector<std::pair<std::string, std::string>>;

std::optional<std::string> find_in(const Named& table, const std::string& key) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.first == key; });
  return found == table.end() ? std::nullopt : std::optional(found->second);
}

// Folded words with one blank behind each.
std::string words_of(std::string_view text) {
  std::string words;
  for (const Token& token : tokenize(text)) words += token.folded + ' ';
  return words;
}

bool begins_with_any(std::string_view line, const std::vector<std::string>& beginnings) {
  const std::string words = words_of(line);
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](const std::string& beginning) { return words.starts_with(beginning); });
}

// "PGS.TS. Lê An": degrees are abbreviations with stops, the last of them before a blank.
std::string leading_degree(std::string_view line) {
  std::size_t end = 0;
  for (std::size_t blank = line.find(' '); blank != std::string_view::npos; blank = line.find(' ', end)) {
    const std::string_view word = line.substr(end, blank - end);
    if (word.size() > 8 || word.find('.') == std::string_view::npos) break;
    end = blank + 1;
  }
  return std::string(line.substr(0, end == 0 ? 0 : end - 1));
}

}  // namespace

void HeaderWords::add_kind(const std::string& name, const std::string& abbreviations) {
  kinds_.emplace_back(fold(name), name);
  for (const std::string& abbreviation : split_list(abbreviations)) {
    abbreviations_.emplace_back(fold(abbreviation), name);
  }
}

std::vector<std::string>* HeaderWords::list_of(const std::string& role) {
  if (role == "body") return &bodies_;
  if (role == "office") return &offices_;
  if (role == "preamble") return &preambles_;
  if (role == "mark") return &marks_;
  return role == "family name" ? &family_names_ : nullptr;
}

Result<HeaderWords> HeaderWords::load(const std::filesystem::path& vocabulary_dir) {
  const auto kinds = VocabularyTable::load(vocabulary_dir / "document_kinds.tsv",
                                           {"kind", "abbreviations", "cited", "english"});
  if (!kinds) return kinds.error();
  const auto others =
      VocabularyTable::load(vocabulary_dir / "header_words.tsv", {"role", "words", "abbreviation"});
  if (!others) return others.error();
  const auto ranks = VocabularyTable::load(vocabulary_dir / "ranks.tsv", {"rank"});
  if (!ranks) return ranks.error();
  HeaderWords words;
  for (std::size_t row = 0; row < kinds.value().size(); ++row) {
    words.add_kind(lower(kinds.value().cell(row, 0)), kinds.value().cell(row, 1));
  }
  for (std::size_t row = 0; row < others.value().size(); ++row) {
    const std::string& role = others.value().cell(row, 0);
    const std::string& text = others.value().cell(row, 1);
    std::vector<std::string>* const list = words.list_of(role);
    if (role == "kind")
      words.add_kind(lower(text), others.value().cell(row, 2));
    else if (list != nullptr)
      list->push_back(words_of(text));
    else
      return others.value().error(row, "has an unknown role: " + role);
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
  return leading_degree(line);
}

bool HeaderWords::begins_body(std::string_view line) const { return begins_with_any(line, bodies_); }
bool HeaderWords::begins_office(std::string_view line) const { return begins_with_any(line, offices_); }
bool HeaderWords::is_mark(std::string_view line) const {
  constexpr std::size_t kMostWords = 5;  // "DỰ THẢO LẦN 2"
  return tokenize(line).size() <= kMostWords && begins_with_any(line, marks_);
}
bool HeaderWords::begins_person(std::string_view line) const { return begins_with_any(line, family_names_); }
bool HeaderWords::begins_preamble(std::string_view line) const { return begins_with_any(line, preambles_); }

}  // namespace giaidap
