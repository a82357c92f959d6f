#include "indexer/dispatch/header_words.h"

#include <algorithm>

#include "indexer/base/file.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

std::vector<std::string> split_list(const std::string& list) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(';', begin), list.size());
    if (std::string part = squeeze(list.substr(begin, end - begin)); !part.empty())
      parts.push_back(std::move(part));
    begin = end + 1;
  }
  return parts;
}

std::optional<std::string> find_in(const std::vector<std::pair<std::string, std::string>>& table,
                                   const std::string& key) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.first == key; });
  return found == table.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

Result<HeaderWords> HeaderWords::load(const std::filesystem::path& vocabulary_dir) {
  const Result<Table> kinds = read_table(vocabulary_dir / "document_kinds.tsv");
  if (!kinds) return kinds.error();
  const Result<Table> ranks = read_table(vocabulary_dir / "ranks.tsv");
  if (!ranks) return ranks.error();
  HeaderWords words;
  for (const std::vector<std::string>& row : kinds.value().rows) {
    words.kinds_.emplace_back(fold(row[0]), lower(row[0]));
    if (row.size() < 2) continue;
    for (const std::string& abbreviation : split_list(row[1])) {
      words.abbreviations_.emplace_back(fold(abbreviation), lower(row[0]));
    }
  }
  for (const std::vector<std::string>& row : ranks.value().rows) words.ranks_.push_back(row[0]);
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
