#include "indexer/text/topics.h"

#include <algorithm>
#include <set>

#include "indexer/text/vocabulary_table.h"

namespace giaidap {
namespace {

// A topic leads clearly with at least this many points, a point being a syllable of a keyword found, each
// keyword counted once, and this much more than the next topic.
constexpr double kLeastPoints = 3;
constexpr double kLead = 1.25;

}  // namespace

Result<Topics> Topics::load(const std::filesystem::path& vocabulary_dir) {
  auto loaded = VocabularyTable::load(vocabulary_dir / "topics.tsv", {"name", "titles", "keywords"});
  if (!loaded) return loaded.error();
  const VocabularyTable& table = loaded.value();
  Topics topics;
  for (std::size_t row = 0; row < table.size(); ++row) {
    const std::string& name = table.cell(row, 0);
    const auto id = static_cast<std::uint32_t>(row);
    if (!topics.titles_.lookup(name).empty()) return table.error(row, name + " stands here twice");
    topics.names_.push_back(name);
    topics.titles_.add(name, id);
    for (const std::string& title : split_list(table.cell(row, 1))) topics.titles_.add(title, id);
    for (const std::string& keyword : split_list(table.cell(row, 2))) topics.keywords_.add(keyword, id);
  }
  return topics;
}

std::optional<std::string> Topics::of_title(std::string_view title) const {
  const std::vector<std::uint32_t> ids = titles_.lookup(title);
  if (ids.size() != 1) return std::nullopt;
  return names_[ids.front()];
}

std::string Topics::of_text(std::string_view text) const {
  const std::vector<Token> tokens = tokenize(text);
  std::vector<double> points(names_.size(), 0);
  std::set<std::pair<std::uint32_t, std::string>> counted;
  for (const PhraseMatch& match : keywords_.find_all(tokens)) {
    std::string keyword;
    for (std::size_t i = match.token_begin; i < match.token_end; ++i) keyword += tokens[i].folded + " ";
    const auto syllables = static_cast<double>(match.token_end - match.token_begin);
    if (counted.emplace(match.id, keyword).second) points[match.id] += syllables;
  }
  const auto best = std::max_element(points.begin(), points.end());
  if (best == points.end() || *best < kLeastPoints) return "";
  const auto place = static_cast<std::size_t>(best - points.begin());
  const double most = *best;
  *best = 0;
  const double next = *std::max_element(points.begin(), points.end());
  return most >= kLead * next ? names_[place] : "";
}

}  // namespace giaidap
