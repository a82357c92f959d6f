#include "server/query/rerank.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>

namespace giaidap {
namespace {

// Chosen by measurement on judged queries; see README.md here for what each brings.
constexpr double kSentenceShare = 1.0;  // of the best sentence's score, against the whole entry's
constexpr double kSubjectShare = 0.3;   // of the score of what the entry is about
constexpr double kCoverageShare = 0.5;  // more, for an entry that holds all words of the query

// Of entries that answer a query alike, one that says what was asked goes before prose.
constexpr double kAskedPrior = 1.1;

// A passage of a few words without a title is a heading or a fragment and says little, however much of a
// query it holds.
constexpr std::size_t kFewWords = 20;
constexpr double kFewWordsPrior = 0.8;

double prior_of(const Entry& entry, const AnalysedText& text) {
  if (entry.kind == EntryKind::Qa || entry.kind == EntryKind::Petition) return kAskedPrior;
  if (entry.kind != EntryKind::Passage || !entry.title.empty()) return 1;
  std::size_t words = 0;
  for (const auto& sentence : text.words) words += sentence.size();
  return words < kFewWords ? kFewWordsPrior : 1;
}

double subject_score(const AnalysedEntry& analysed, const PassageScorer& scorer) {
  const auto& [entry, text, question, around] = analysed;
  if (entry.question) return scorer.best_score(question);
  return entry.title.empty() && !text.words.empty() ? scorer.score(text.words.front()) : 0;
}

}  // namespace

std::vector<Token> all_words(const Entry& entry, const AnalysedText& text) {
  std::vector<Token> all;
  for (const auto& words : text.words) all.insert(all.end(), words.begin(), words.end());
  const std::vector<Token> around = words_around(entry);
  all.insert(all.end(), around.begin(), around.end());
  return all;
}

namespace {

double score_of(const AnalysedEntry& analysed, double first_stage, const PassageScorer& scorer,
                const Asked& asked) {
  const double sum = first_stage + kSentenceShare * scorer.best_score(analysed.text) +
                     kSubjectShare * subject_score(analysed, scorer);
  return sum * (1 + kCoverageShare * scorer.coverage(analysed.text, analysed.around).words) *
         prior_of(analysed.entry, analysed.text) *
         ranking_factor(ranking_features(analysed.entry, analysed.text, scorer, asked));
}

}  // namespace

void rerank(std::vector<Scored>& hits, const Xapian::Database& db, AnalysedEntries& entries,
            const PassageScorer& scorer, const Asked& asked) {
  const auto last = hits.begin() + static_cast<std::ptrdiff_t>(std::min(hits.size(), kReranked));
  std::for_each(hits.begin(), last, [&](Scored& hit) {
    const std::shared_ptr<const AnalysedEntry> entry = entries.get(db, hit.entry);
    if (entry) hit.score = score_of(*entry, hit.score, scorer, asked);
  });
  std::stable_sort(hits.begin(), last, [](const Scored& a, const Scored& b) { return a.score > b.score; });
}

}  // namespace giaidap
