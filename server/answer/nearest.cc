#include "server/answer/nearest.h"

#include <algorithm>
#include <map>

#include "server/query/plan.h"

namespace giaidap {
namespace {

constexpr std::size_t kHits = 5;
constexpr std::size_t kMostAgencies = 2;
constexpr double kLeastWords = 0.4;  // share of the question's words that a hit that tells must hold
constexpr double kLeastAgreement = 1.0 / 3;

}  // namespace

std::vector<std::string> nearest_agencies(const SearchResponse& response) {
  if (!response.interpreted.agencies.empty()) return response.interpreted.agencies;
  if (response.plan == nullptr || response.plan->concepts.empty()) return {};
  std::map<std::string, double> weights;
  double sum = 0;
  for (std::size_t i = 0; i < std::min(kHits, response.hits.size()); ++i) {
    const SearchHit& hit = response.hits[i];
    if (hit.entry.agencies.empty() || hit.words_held < kLeastWords) continue;
    sum += hit.score;
    const auto shared = hit.score / static_cast<double>(hit.entry.agencies.size());
    for (const std::string& agency : hit.entry.agencies) weights[agency] += shared;
  }
  std::vector<std::pair<double, std::string>> ranked;
  for (const auto& [agency, weight] : weights) {
    if (weight >= kLeastAgreement * sum) ranked.emplace_back(-weight, agency);
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::string> nearest;
  nearest.reserve(ranked.size());
  for (const auto& item : ranked) nearest.push_back(item.second);
  nearest.resize(std::min(nearest.size(), kMostAgencies));
  return nearest;
}

}  // namespace giaidap
