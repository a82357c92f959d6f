#include "server/answer/card.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "server/answer/citation.h"
#include "server/query/passage_score.h"
#include "server/query/plan.h"

namespace giaidap {
namespace {

// How sure it is that the first hit answers: log odds, fitted by logistic regression to judged queries, among
// them unanswerable ones. Told by what its best sentence holds of the query, by how much it holds at all (a
// query of one common word tells little) and by its lead over the next hit.
constexpr double kCoverageWeight = 3.2;  // of the best sentence's share of the query's words, 0 to 1
constexpr double kScoreWeight = 1.15;    // of the logarithm of the score, in rarest words of the index
constexpr double kLeadWeight = 3.5;      // of the score's part that the next hit lacks, 0 to 1
constexpr double kMostLead = 0.5;        // a lead beyond says no more: the only hit may still be a poor one
constexpr double kBias = -3.9;
constexpr double kLeastConfidence = 0.4;

constexpr std::size_t kMostSentences = 3;
constexpr double kLeastSentenceShare = 0.5;  // of the best sentence's score

const std::string& answering_text(const Entry& entry) {
  return entry.answer && !entry.answer->empty() ? *entry.answer : entry.text;
}

double best_sentence_coverage(const AnalysedText& text, const PassageScorer& scorer) {
  double best = 0;
  for (const auto& words : text.words) best = std::max(best, scorer.coverage(words).words);
  return best;
}

double confidence(const SearchResponse& response, const PassageScorer& scorer) {
  const SearchHit& first = response.hits.front();
  if (first.score <= 0 || response.plan->rarest_information <= 0) return kBias;
  const double next = response.hits.size() > 1 ? response.hits[1].score : 0;
  return kCoverageWeight * best_sentence_coverage(analyse(first.entry.text), scorer) +
         kScoreWeight * std::log(first.score / response.plan->rarest_information) +
         kLeadWeight * std::min(1 - next / first.score, kMostLead) + kBias;
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
  if (confidence(response, scorer) < kLeastConfidence) return std::nullopt;
  const SearchHit& hit = response.hits.front();
  return Answer{hit.entry.name, hit.entry.agencies, best_sentences(answering_text(hit.entry), scorer),
                citation(hit)};
}

}  // namespace giaidap
