#include "server/answer/card.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "server/answer/citation.h"
#include "server/answer/evidence.h"
#include "server/answer/quotation.h"
#include "server/answer/who.h"
#include "server/query/excerpt.h"
#include "server/query/passage_score.h"
#include "server/query/plan.h"
#include "server/query/related.h"

namespace giaidap {
namespace {

constexpr double kLeastConfidence = 0.30;  // log odds; see tests/calibration for what it costs and gives

constexpr std::size_t kMostCompared = 5;  // best hits among which other answers are looked for
constexpr double kAboutAsRelevant = 0.6;  // of the first hit's score

bool may_have_card(const SearchRequest& request, const SearchResponse& response) {
  return request.page == 1 && request.sort == SortOrder::Relevance && !response.hits.empty() &&
         response.plan != nullptr && !response.plan->concepts.empty();
}

// Whether somebody has asked is answered by who asked or was answered, and by what a province's own report
// says, not by other prose on the matter.
bool may_answer(const SearchResponse& response, const Agencies& agencies) {
  const SearchHit& hit = response.hits.front();
  return !response.interpreted.asks.contains(Intent::AskedBefore) || hit.entry.kind != EntryKind::Passage ||
         !agencies.places(hit.dispatch.issuer.value_or("")).empty();
}

// Of a petition what it asks, of a task the task; else what answers.
const std::string& quoted_text(const Entry& entry) {
  const bool row = entry.kind == EntryKind::Petition || entry.kind == EntryKind::Task;
  return row && entry.question ? *entry.question : answering_text(entry);
}

// Other answers to the obstacle of the first hit among those about as relevant, newest first.
std::vector<OtherAnswer> other_answers(const SearchResponse& response, const PassageScorer& scorer) {
  const SearchHit& first = response.hits.front();
  std::vector<OtherAnswer> others;
  for (std::size_t i = 1; i < std::min(response.hits.size(), kMostCompared); ++i) {
    const SearchHit& hit = response.hits[i];
    if (hit.score < kAboutAsRelevant * first.score || !answered_otherwise(first.entry, hit.entry)) continue;
    Quotation quotation = quote(quoted_text(hit.entry), scorer, response.interpreted.asks);
    others.push_back({hit.entry.name, hit.entry.agencies, hit.dispatch.date.value_or(""),
                      std::move(quotation.text), std::move(quotation.marked), citation(hit)});
  }
  std::stable_sort(others.begin(), others.end(),
                   [](const OtherAnswer& a, const OtherAnswer& b) { return a.date > b.date; });
  return others;
}

}  // namespace

std::optional<Answer> answer_card(const SearchRequest& request, const SearchResponse& response,
                                  const QueryTables& tables) {
  if (!may_have_card(request, response) || !may_answer(response, tables.agencies)) return std::nullopt;
  const Evidence evidence = evidence_of(response);
  if (is_near_miss(evidence) || confidence_of(evidence) < kLeastConfidence) return std::nullopt;
  const SearchHit& hit = response.hits.front();
  const Entry& entry = hit.entry;
  const PassageScorer scorer(*response.plan);
  Quotation quotation = quote(quoted_text(entry), scorer, response.interpreted.asks);
  Answer answer;
  answer.entry = entry.name;
  answer.kind = entry.kind;
  answer.status = entry.status;
  answer.agencies = who_says(hit, response.interpreted, tables.agencies);
  if (entry.answer)
    answer.referred_to = tables.referrals.find(*entry.answer, entry.agencies, tables.agencies);
  answer.petitioners = entry.petitioners;
  answer.text = std::move(quotation.text);
  answer.marked = std::move(quotation.marked);
  answer.whole = quotation.whole;
  answer.deadline = entry.deadline.value_or("");
  answer.citation = citation(hit);
  answer.date = hit.dispatch.date.value_or("");
  answer.others = other_answers(response, scorer);
  return answer;
}

OtherAnswer whole_answer(const SearchHit& hit) {
  return {hit.entry.name, hit.entry.agencies, hit.dispatch.date.value_or(""), answering_text(hit.entry), "",
          citation(hit)};
}

}  // namespace giaidap
