#include "server/query/signers.h"

#include <algorithm>
#include <functional>

#include "indexer/text/months.h"
#include "indexer/text/normalize.h"
#include "server/query/boosts.h"
#include "server/query/feature_maker.h"

namespace giaidap {
namespace {

constexpr double kNameFactor = 2;        // a name answers the question, its other words only tell of what
constexpr std::size_t kMostSigners = 3;  // of more dispatches it is not told which is meant

using Dispatches = std::vector<const Dispatch*>;
using Test = std::function<bool(const Dispatch&)>;

Dispatches those(const Dispatches& dispatches, const Test& test) {
  Dispatches kept;
  std::copy_if(dispatches.begin(), dispatches.end(), std::back_inserter(kept),
               [&](const Dispatch* dispatch) { return test(*dispatch); });
  return kept;
}

// Those that pass; all where none does.
Dispatches rather(const Dispatches& dispatches, const Test& test) {
  Dispatches kept = those(dispatches, test);
  return kept.empty() ? dispatches : kept;
}

template <typename Mentions, typename IsOf>
Test of_any(const Mentions& mentions, IsOf is_of) {
  return [&mentions, is_of](const Dispatch& dispatch) {
    return std::any_of(mentions.begin(), mentions.end(),
                       [&](const auto& mention) { return is_of(dispatch, mention); });
  };
}

bool has_number(const Dispatch& dispatch, const DocumentNumber& number) {
  return dispatch.number && means_number(number, *dispatch.number);
}

bool is_issued_by(const Dispatch& dispatch, const AgencyMention& agency) {
  return dispatch.issuer == agency.name;
}

bool is_of_month(const Dispatch& dispatch, const std::string& month) {
  return dispatch.date.value_or("").starts_with(month);
}

Concept concept_of(const std::string& name, const FeatureMaker& make) {
  Concept made;
  made.alternatives.push_back(make.phrase(words_of(name)));
  scale(made.alternatives.back(), kNameFactor);
  made.weight = full_weight(made.alternatives.back());
  return made;
}

}  // namespace

Dispatches dispatches_meant(const UnderstoodQuery& query, const std::vector<Dispatch>& dispatches) {
  Dispatches all;
  for (const Dispatch& dispatch : dispatches) all.push_back(&dispatch);
  Dispatches meant = those(all, of_any(query.numbers, has_number));
  if (meant.empty() && query.numbers.empty()) meant = those(all, of_any(query.places, is_from));
  if (meant.empty() && query.numbers.empty() && query.places.empty())
    meant = those(all, of_any(query.agencies, is_issued_by));
  const std::vector<std::string> months = find_months(query.text);
  meant = rather(meant, of_any(months, is_of_month));
  const std::string folded = fold(query.text);
  return rather(meant, [&](const Dispatch& dispatch) {
    return dispatch.kind && folded.find(fold(*dispatch.kind)) != std::string::npos;
  });
}

void add_signers(Plan& plan, const UnderstoodQuery& query, const TermStatistics& statistics,
                 const std::vector<Dispatch>& dispatches) {
  if (!query.asks.contains(Intent::Signer)) return;
  const Dispatches meant = dispatches_meant(query, dispatches);
  if (meant.size() > kMostSigners) return;
  const FeatureMaker make(statistics);
  for (const Dispatch* dispatch : meant) {
    if (dispatch->signer.name.empty()) continue;
    Concept name = concept_of(dispatch->signer.name, make);
    plan.word_weight += name.weight;
    plan.concepts.push_back(std::move(name));
  }
}

}  // namespace giaidap
