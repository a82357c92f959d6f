#include "tests/query/xapian_reference.h"

#include "indexer/schema/schema.h"
#include "server/query/finding.h"
#include "server/query/scoring.h"

namespace giaidap::testing {
namespace {

using Xapian::Query;

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
  std::vector<Query> parts;
  for (const Feature& feature : wanted.alternatives.front().features) add_feature(parts, feature);
  return join(Query::OP_OR, parts);
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

}  // namespace

std::vector<Scored> match_by_xapian(const Xapian::Database& db, const Plan& plan) {
  const Query query = build_query(plan);
  if (query.empty()) return {};
  Xapian::Enquire enquire(db);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BM25Weight(Bm25::kK1, 0, 1, Bm25::kB, Bm25::kLeastNormalLength));
  const Xapian::MSet found = enquire.get_mset(0, db.get_doccount());
  const double least = least_score(plan);
  std::vector<Scored> hits;
  for (auto hit = found.begin(); hit != found.end() && hit.get_weight() >= least; ++hit)
    hits.push_back({*hit, hit.get_weight()});
  return hits;
}

}  // namespace giaidap::testing
