#include "server/answer/card.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "server/answer/citation.h"
#include "server/query/passage_score.h"
#include "server/query/plan.h"

namespace giaidap {
namespace {

// Chosen by measurement on judged queries.
constexpr std::size_t kJudgedHits = 3;       // the first hits that may answer
constexpr double kLeastWordCoverage = 0.55;  // of the query's informative words, by weight
constexpr double kLeastPairCoverage = 0.2;   // of their neighbourhoods
constexpr double kLeastScoreShare = 0.85;    // of the first hit's score

constexpr std::size_t kMostSentences = 3;
constexpr double kLeastSentenceShare = 0.5;  // of the best sentence's score

const std::string& answering_text(const Entry& entry) {
  return entry.answer && !entry.answer->empty() ? *entry.answer : entry.text;
}

bool covers(const SearchHit& hit, const PassageScorer& scorer) {
  const AnalysedText text = analyse(hit.entry.text);
  const Coverage coverage = scorer.coverage({&text});
  return coverage.words >= kLeastWordCoverage && coverage.pairs >= kLeastPairCoverage;
}

// An answered entry goes before the others that cover the query.
const SearchHit* choose(const SearchResponse& response, const PassageScorer& scorer) {
  const SearchHit* best = nullptr;
  for (std::size_t i = 0; i < std::min(response.hits.size(), kJudgedHits); ++i) {
    const SearchHit& hit = response.hits[i];
    if (hit.score < kLeastScoreShare * response.hits.front().score) break;
    if (!covers(hit, scorer)) continue;
    if (hit.entry.kind == EntryKind::Qa && hit.entry.answer) return &hit;
    if (best == nullptr) best = &hit;
  }
  return best;
}

// The sentences that carry most of the query, in the order of the text, word for word.
std::string best_sentences(const std::string& source, const PassageScorer& scorer) {
  const AnalysedText text = analyse(source);
  std::vector<std::pair<double, std::size_t>> ranked;
  for (std::size_t i = 0; i < text.words.size(); ++i) ranked.emplace_back(-scorer.score(text.words[i]), i);
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::size_t> chosen;
  for (const auto& [negative, place] : ranked) {
    if (chosen.size() == kMostSentences || negative > kLeastSentenceShare * ranked.front().first) break;
    chosen.push_back(place);
  }
  std::sort(chosen.begin(), chosen.end());
  std::string joined;
  for (const std::size_t place : chosen) {
    const ByteRange range = text.sentences[place];
    if (!joined.empty()) joined += ' ';
    joined += source.substr(range.byte_begin, range.byte_end - range.byte_begin);
  }
  return joined;
}

}  // namespace

std::optional<Answer> answer_card(const SearchRequest& request, const SearchResponse& response) {
  const bool first_page = request.page == 1 && request.sort == SortOrder::Relevance;
  if (!first_page || response.hits.empty() || response.plan == nullptr || response.plan->concepts.empty()) {
    return std::nullopt;
  }
  const PassageScorer scorer(*response.plan);
  const SearchHit* hit = choose(response, scorer);
  if (hit == nullptr) return std::nullopt;
  return Answer{hit->entry.name, hit->entry.agencies, best_sentences(answering_text(hit->entry), scorer),
                citation(*hit)};
}

}  // namespace giaidap
