#include "server/query/build.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace giaidap {
namespace {

using Xapian::Query;

// Chosen by measurement on judged queries.
constexpr double kLeastShare = 0.12;    // of the query's weight that a hit must reach
constexpr double kMostTermScore = 2.2;  // BM25's k1 + 1: the most a term can score per information

Query join(Query::op op, const std::vector<Query>& parts) { return {op, parts.begin(), parts.end()}; }

Query weighted(const std::string& term, double factor) {
  return factor == 1 ? Query(term) : Query(Query::OP_SCALE_WEIGHT, Query(term), factor);
}

void add_feature(std::vector<Query>& parts, const Feature& feature) {
  if (feature.factor <= 0) return;
  parts.push_back(weighted(term_of(feature, schema::Field::Body), feature.factor * kBodyFactor));
  parts.push_back(weighted(term_of(feature, schema::Field::Context), feature.factor * kContextFactor));
}

Query concept_query(const Concept& wanted) {
  std::vector<Query> alternatives;
  for (const Alternative& alternative : wanted.alternatives) {
    std::vector<Query> parts;
    for (const Feature& feature : alternative.features) add_feature(parts, feature);
    alternatives.push_back(join(Query::OP_OR, parts));
  }
  return alternatives.size() == 1 ? alternatives.front() : join(Query::OP_MAX, alternatives);
}

// The concepts that can make a hit, and those that together cannot and only add to the score.
struct Halves {
  std::vector<Query> finding;
  std::vector<Query> adding;
};

Halves halve(const Plan& plan) {
  const std::vector<bool> finding = finding_concepts(plan);
  Halves halves;
  for (std::size_t i = 0; i < plan.concepts.size(); ++i) {
    (finding[i] ? halves.finding : halves.adding).push_back(concept_query(plan.concepts[i]));
  }
  return halves;
}

Query words_query(const Plan& plan) {
  const Halves halves = halve(plan);
  if (halves.finding.empty()) return {};
  const Query finding = join(Query::OP_OR, halves.finding);
  return halves.adding.empty() ? finding
                               : Query(Query::OP_AND_MAYBE, finding, join(Query::OP_OR, halves.adding));
}

// The source's weight for every entry that holds one of the terms.
Query boost_query(const Boost& boost) {
  std::vector<Query> terms(boost.terms.begin(), boost.terms.end());
  // release() hands the source over to the query, which deletes it.
  Xapian::PostingSource* const weight = (new Xapian::FixedWeightPostingSource(boost.weight))->release();
  return {Query::OP_FILTER, Query(weight), join(Query::OP_OR, terms)};
}

std::vector<Query> boosts(const Plan& plan, bool finding) {
  std::vector<Query> queries;
  for (const Boost& boost : plan.boosts) {
    if (boost.finds == finding && !boost.terms.empty()) queries.push_back(boost_query(boost));
  }
  return queries;
}

Query group_query(const std::vector<Feature>& group) {
  std::vector<Query> body;
  std::vector<Query> context;
  for (const Feature& feature : group) {
    body.emplace_back(term_of(feature, schema::Field::Body));
    context.emplace_back(term_of(feature, schema::Field::Context));
  }
  return {Query::OP_OR, join(Query::OP_AND, body), join(Query::OP_AND, context)};
}

}  // namespace

double least_score(const Plan& plan) {
  const auto words = std::count_if(plan.concepts.begin(), plan.concepts.end(),
                                   [](const Concept& wanted) { return !wanted.pair; });
  return words > 1 ? kLeastShare * (plan.word_weight + plan.unknown_weight) : 0;
}

bool only_excludes(const Plan& plan) {
  return plan.concepts.empty() && plan.boosts.empty() && plan.required.empty() && plan.unknown_weight == 0 &&
         !plan.excluded.empty();
}

std::vector<bool> finding_concepts(const Plan& plan) {
  std::vector<std::size_t> by_weight(plan.concepts.size());
  std::iota(by_weight.begin(), by_weight.end(), 0);
  std::stable_sort(by_weight.begin(), by_weight.end(), [&](std::size_t a, std::size_t b) {
    return plan.concepts[a].weight < plan.concepts[b].weight;
  });
  std::vector<bool> finding(plan.concepts.size());
  const double least = least_score(plan);
  double reach = 0;
  for (const std::size_t i : by_weight) {
    reach += plan.concepts[i].weight * kMostTermScore * (kBodyFactor + kContextFactor);
    finding[i] = reach >= least;
  }
  return finding;
}

Xapian::Query build_query(const Plan& plan) {
  Query query = only_excludes(plan) ? Query(std::string(schema::kEntryTerm)) : words_query(plan);
  for (const Query& boost : boosts(plan, true))
    query = query.empty() ? boost : Query(Query::OP_OR, query, boost);
  if (query.empty()) return query;
  for (const Query& boost : boosts(plan, false)) query = Query(Query::OP_AND_MAYBE, query, boost);
  for (const auto& group : plan.required) query = Query(Query::OP_FILTER, query, group_query(group));
  for (const auto& group : plan.excluded) query = Query(Query::OP_AND_NOT, query, group_query(group));
  return query;
}

}  // namespace giaidap
