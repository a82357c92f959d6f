#include "server/query/match.h"

#include <algorithm>
#include <utility>

#include "indexer/base/record.h"
#include "indexer/schema/schema.h"
#include "server/query/build.h"

namespace giaidap {
namespace {

// BM25, chosen by measurement on judged queries. Xapian's k2 is for query length and stays off; k3 only
// matters for repeated query terms, which plans have none of.
constexpr double kK1 = 1.2;
constexpr double kK2 = 0;
constexpr double kK3 = 1;
constexpr double kB = 0.6;
constexpr double kLeastNormalLength = 0.5;

}  // namespace

std::vector<Scored> match(const Xapian::Database& db, const Plan& plan, const std::string& without_dispatch) {
  Xapian::Query query = build_query(plan);
  if (query.empty()) return {};
  if (!without_dispatch.empty()) {
    const Xapian::Query dispatch(schema::term(schema::filter::kDispatch, without_dispatch));
    query = Xapian::Query(Xapian::Query::OP_AND_NOT, query, dispatch);
  }
  Xapian::Enquire enquire(db);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BM25Weight(kK1, kK2, kK3, kB, kLeastNormalLength));
  // Xapian 1.4's Enquire::set_cutoff() crashes on queries with OP_MAX; the hits come best first.
  const Xapian::MSet found = enquire.get_mset(0, db.get_doccount());
  const double least = least_score(plan);
  std::vector<Scored> hits;
  for (auto hit = found.begin(); hit != found.end() && hit.get_weight() >= least; ++hit) {
    hits.push_back({*hit, hit.get_weight()});
  }
  return hits;
}

std::optional<Entry> read_entry(const Xapian::Database& db, Xapian::docid id) {
  Result<Entry> entry = entry_from_record(db.get_document(id).get_data());
  if (!entry.ok()) return std::nullopt;
  return std::move(entry).value();
}

}  // namespace giaidap
