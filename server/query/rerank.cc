#include "server/query/rerank.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <optional>
#include <string>

#include "server/query/borne_names.h"
#include "server/query/stored_entry.h"

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

double prior_of(const CodedEntry& entry) {
  if (entry.kind == EntryKind::Qa || entry.kind == EntryKind::Petition) return kAskedPrior;
  if (entry.kind != EntryKind::Passage || entry.titled) return 1;
  return entry.text.words.size() < kFewWords ? kFewWordsPrior : 1;
}

double subject_score(const CodedEntry& entry, const PassageScorer& scorer) {
  double best = 0;
  for (std::size_t i = 0; i < entry.question.size(); ++i)
    best = std::max(best, scorer.score(entry.question.sentence(i)));
  const bool begins_so = entry.question.size() == 0 && !entry.titled && entry.text.size() > 0;
  return begins_so ? scorer.score(entry.text.sentence(0)) : best;
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

std::string text_of_sentence(const Xapian::Database& db, Xapian::docid id, std::size_t i) {
  const std::optional<Entry> entry = read_entry(db, id);
  if (!entry) return "";
  const std::vector<ByteRange> ranges = sentences(entry->text);
  if (i >= ranges.size()) return "";
  return entry->text.substr(ranges[i].byte_begin, ranges[i].byte_end - ranges[i].byte_begin);
}

double score_of(const CodedEntry& entry, double first_stage, const PassageScorer& scorer,
                const AskedFor& asked, const SentenceText& sentence_text) {
  const TextMatch match = scorer.match(entry.text, entry.around);
  const double sum =
      first_stage + kSentenceShare * match.best_score + kSubjectShare * subject_score(entry, scorer);
  return sum * (1 + kCoverageShare * match.whole.words) * prior_of(entry) *
         ranking_factor(ranking_features(entry, match, asked, sentence_text));
}

}  // namespace

ReadEntries rerank(std::vector<Scored>& hits, const Xapian::Database& db, CodedEntries& entries,
                   const PassageScorer& scorer, const Interpretation& told) {
  ReadEntries read;
  const AskedFor asked = asked_by(told);
  const auto last = hits.begin() + static_cast<std::ptrdiff_t>(std::min(hits.size(), kReranked));
  std::for_each(hits.begin(), last, [&](Scored& hit) {
    const std::shared_ptr<const CodedEntry> entry = entries.get(db, hit.entry);
    if (!entry) return;
    read.emplace(hit.entry, entry);
    const auto sentence_text = [&](std::size_t i) { return text_of_sentence(db, hit.entry, i); };
    const std::vector<Token> names = borne_names(entry->petitioners, entry->dispatch_id, told);
    hit.score = score_of(names.empty() ? *entry : with_names(*entry, codes_of(names)), hit.score, scorer,
                         asked, sentence_text);
  });
  std::stable_sort(hits.begin(), last, [](const Scored& a, const Scored& b) { return a.score > b.score; });
  return read;
}

}  // namespace giaidap
