#include "server/query/statistics.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace giaidap {
namespace {

constexpr std::size_t kMostTermsLookedAt = 5000;  // of a very short beginning

// As Xapian::BM25Weight has it: halved odds where a third of the entries or more hold the term.
double inverse_frequency(double entries, double holding) {
  const double odds = (entries - holding + 0.5) / (holding + 0.5);
  return std::log(odds < 2 ? odds * 0.5 + 1 : odds);
}

bool is_pair(const Feature& feature) { return !feature.second.empty(); }

}  // namespace

std::string term_of(const Feature& feature, schema::Field field) {
  const std::string_view prefix = schema::prefix(field, feature.channel);
  return is_pair(feature) ? schema::pair_term(prefix, feature.first, feature.second)
                          : schema::term(prefix, feature.first);
}

Xapian::doccount TermStatistics::frequency(const std::string& term) const {
  if (known_ == nullptr) return db_.get_termfreq(term);
  if (const auto known = known_->find(term)) return *known;
  const Xapian::doccount entries = db_.get_termfreq(term);
  known_->keep(term, entries);
  return entries;
}

Xapian::doccount TermStatistics::frequency(const Feature& feature) const {
  return std::max(frequency(term_of(feature, schema::Field::Body)),
                  frequency(term_of(feature, schema::Field::Context)));
}

double TermStatistics::information(const Feature& feature) const {
  return inverse_frequency(entries_, frequency(feature));
}

double TermStatistics::most_information() const { return inverse_frequency(entries_, 0); }

std::vector<TermStatistics::Term> TermStatistics::commonest(const std::string& beginning,
                                                            std::size_t limit) const {
  std::vector<Term> found;
  for (auto term = db_.allterms_begin(beginning);
       term != db_.allterms_end(beginning) && found.size() < kMostTermsLookedAt; ++term) {
    found.push_back({*term, term.get_termfreq()});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Term& a, const Term& b) { return a.entries > b.entries; });
  found.resize(std::min(limit, found.size()));
  return found;
}

std::vector<Feature> TermStatistics::continuations(const Feature& begun, std::size_t limit) const {
  const std::string prefix(schema::prefix(schema::Field::Body, begun.channel));
  const std::string beginning = term_of(begun, schema::Field::Body);
  const std::size_t skipped = is_pair(begun) ? beginning.size() - begun.second.size() : prefix.size();
  std::vector<Feature> best;
  for (const Term& term : commonest(beginning, limit)) {
    Feature feature = begun;
    (is_pair(begun) ? feature.second : feature.first) = term.text.substr(skipped);
    best.push_back(std::move(feature));
  }
  return best;
}

std::vector<std::string> TermStatistics::terms_with(const std::string& prefix, std::size_t limit) const {
  std::vector<std::string> terms;
  for (auto term = db_.allterms_begin(prefix); term != db_.allterms_end(prefix) && terms.size() < limit;
       ++term) {
    terms.push_back(*term);
  }
  return terms;
}

}  // namespace giaidap
