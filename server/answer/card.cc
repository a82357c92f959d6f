#include "server/answer/card.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "server/answer/citation.h"
#include "server/answer/evidence.h"
#include "server/query/passage_score.h"
#include "server/query/plan.h"

namespace giaidap {
namespace {

constexpr double kLeastConfidence = 0.25;  // log odds; see tests/calibration for what it costs and gives

constexpr std::size_t kMostSentences = 3;
constexpr double kLeastSentenceShare = 0.5;  // of the best sentence's score

const std::string& answering_text(const Entry& entry) {
  return entry.answer && !entry.answer->empty() ? *entry.answer : entry.text;
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
  if (confidence_of(evidence_of(response)) < kLeastConfidence) return std::nullopt;
  const SearchHit& hit = response.hits.front();
  return Answer{hit.entry.name, hit.entry.agencies, best_sentences(answering_text(hit.entry), scorer),
                citation(hit)};
}

}  // namespace giaidap
