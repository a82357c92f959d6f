#include "server/query/signers.h"

#include <algorithm>
#include <functional>
#include <set>

#include "indexer/text/dates.h"
#include "indexer/text/months.h"
#include "indexer/text/normalize.h"
#include "server/query/boosts.h"
#include "server/query/feature_maker.h"

namespace giaidap {
namespace {

constexpr double kNameFactor = 2;        // a name answers the question, its other words only tell of what
constexpr std::size_t kMostSigners = 3;  // of more dispatches it is not told which is meant
constexpr double kLeastTold = 0.4;       // of a query's words, by kind, title and issuer

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

// Issued by it, or about it.
bool is_of_agency(const Dispatch& dispatch, const AgencyMention& agency) {
  return dispatch.issuer == agency.name ||
         fold(dispatch.title.value_or("")).find(fold(agency.name)) != std::string::npos;
}

bool is_of_day(const Dispatch& dispatch, const std::string& day) { return dispatch.date == day; }

bool is_of_month(const Dispatch& dispatch, const std::string& month) {
  return dispatch.date.value_or("").starts_with(month);
}

// Share of what the query says that stands in the dispatch's kind, title and issuer.
double told_share(const Dispatch& dispatch, const UnderstoodQuery& query) {
  std::set<std::string> said;
  for (const auto* text : {&dispatch.kind, &dispatch.title, &dispatch.issuer})
    for (const Token& word : tokenize(text->value_or(""))) said.insert(word.folded);
  double content = 0;
  double found = 0;
  for (const QueryWord& word : query.words) {
    if (word.role != WordRole::Content) continue;
    content += 1;
    found += said.contains(word.folded) ? 1 : 0;
  }
  return content > 0 ? found / content : 0;
}

// Those of which most is told; none where that is less than `least`.
Dispatches most_told(const Dispatches& dispatches, const UnderstoodQuery& query, double least) {
  double most = least;
  for (const Dispatch* dispatch : dispatches) most = std::max(most, told_share(*dispatch, query));
  return those(dispatches, [&](const Dispatch& dispatch) { return told_share(dispatch, query) >= most; });
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
  if (!query.asks.contains(Intent::Signer)) return {};
  Dispatches meant;
  for (const Dispatch& dispatch : dispatches) meant.push_back(&dispatch);
  const std::vector<std::string> days = find_dates(query.text);
  const std::vector<std::string> months = find_months(query.text);
  if (!query.numbers.empty()) meant = those(meant, of_any(query.numbers, has_number));
  if (!query.places.empty()) meant = those(meant, of_any(query.places, is_from));
  if (query.numbers.empty() && !query.agencies.empty())  // else "báo cáo 230 gửi Thủ tướng" names the reader
    meant = those(meant, of_any(query.agencies, is_of_agency));
  if (!days.empty()) meant = those(meant, of_any(days, is_of_day));
  if (!months.empty()) meant = those(meant, of_any(months, is_of_month));
  const std::string folded = fold(query.text);
  meant = rather(meant, [&](const Dispatch& dispatch) {
    return dispatch.kind && folded.find(fold(*dispatch.kind)) != std::string::npos;
  });
  const bool told = !query.numbers.empty() || !query.places.empty() || !query.agencies.empty() ||
                    !days.empty() || !months.empty();
  meant = most_told(meant, query, told ? 0 : kLeastTold);
  return meant.size() > kMostSigners ? Dispatches{} : meant;
}

void add_signers(Plan& plan, const UnderstoodQuery& query, const TermStatistics& statistics,
                 const std::vector<Dispatch>& dispatches) {
  const FeatureMaker make(statistics);
  for (const Dispatch* dispatch : dispatches_meant(query, dispatches)) {
    if (dispatch->signer.name.empty()) continue;
    Concept name = concept_of(dispatch->signer.name, make);
    plan.word_weight += name.weight;
    plan.concepts.push_back(std::move(name));
  }
}

}  // namespace giaidap
