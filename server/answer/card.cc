#include "server/answer/card.h"

#include "server/answer/citation.h"
#include "server/answer/evidence.h"
#include "server/answer/quotation.h"
#include "server/answer/who.h"
#include "server/query/passage_score.h"
#include "server/query/plan.h"

namespace giaidap {
namespace {

constexpr double kLeastConfidence = 0.40;  // log odds; see tests/calibration for what it costs and gives

bool may_have_card(const SearchRequest& request, const SearchResponse& response) {
  return request.page == 1 && request.sort == SortOrder::Relevance && !response.hits.empty() &&
         response.plan != nullptr && !response.plan->concepts.empty();
}

// Whether somebody has asked is answered by who asked or was answered, not by prose on the matter.
bool may_answer(const SearchHit& hit, const Interpretation& asked) {
  return !asked.asks.contains(Intent::AskedBefore) || hit.entry.kind != EntryKind::Passage;
}

// Of a row its answer, of a petition what it asks, of a task the task; else the text.
const std::string& quoted_text(const Entry& entry) {
  if (entry.answer && !entry.answer->empty()) return *entry.answer;
  const bool row = entry.kind == EntryKind::Petition || entry.kind == EntryKind::Task;
  return row && entry.question ? *entry.question : entry.text;
}

}  // namespace

std::optional<Answer> answer_card(const SearchRequest& request, const SearchResponse& response,
                                  const QueryTables& tables) {
  if (!may_have_card(request, response) || !may_answer(response.hits.front(), response.interpreted))
    return std::nullopt;
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
  return answer;
}

}  // namespace giaidap
