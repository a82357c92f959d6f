#include "server/query/lexicon.h"

#include <algorithm>
#include <set>

#include "indexer/schema/schema.h"
#include "indexer/text/normalize.h"

namespace giaidap {

Lexicon Lexicon::read(const Xapian::Database& db) {
  const std::string prefix(schema::prefix(schema::Field::Body, schema::Channel::Toned));
  Lexicon lexicon;
  for (auto term = db.allterms_begin(prefix); term != db.allterms_end(prefix); ++term) {
    std::string toned = (*term).substr(prefix.size());
    if (!is_syllable(toned)) continue;
    std::vector<Reading>& readings = lexicon.by_folded_[fold(toned)];
    readings.push_back({std::move(toned), term.get_termfreq()});
  }
  for (auto& item : lexicon.by_folded_) {
    std::stable_sort(item.second.begin(), item.second.end(),
                     [](const Reading& a, const Reading& b) { return a.entries > b.entries; });
  }
  return lexicon;
}

const std::vector<Lexicon::Reading>& Lexicon::readings(std::string_view folded) const {
  static const std::vector<Reading> kNone;
  const auto found = by_folded_.find(std::string(folded));
  return found == by_folded_.end() ? kNone : found->second;
}

std::vector<std::string> Lexicon::near(std::string_view folded) const {
  static constexpr std::string_view kLetters = "abcdeghiklmnopqrstuvxy";  // of Vietnamese syllables
  std::set<std::string> found;
  const std::string word(folded);
  const auto keep = [&](const std::string& candidate) {
    if (candidate != word && by_folded_.contains(candidate)) found.insert(candidate);
  };
  for (std::size_t i = 0; i <= word.size(); ++i) {
    for (const char letter : kLetters) {
      keep(word.substr(0, i) + letter + word.substr(i));
      if (i < word.size()) keep(word.substr(0, i) + letter + word.substr(i + 1));
    }
    if (i < word.size()) keep(word.substr(0, i) + word.substr(i + 1));
    if (i + 1 < word.size()) keep(word.substr(0, i) + word[i + 1] + word[i] + word.substr(i + 2));
  }
  return {found.begin(), found.end()};
}

}  // namespace giaidap
