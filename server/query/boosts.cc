#include "server/query/boosts.h"

#include <string>
#include <string_view>
#include <utility>

#include "indexer/schema/schema.h"
#include "indexer/text/months.h"

namespace giaidap {
namespace {

namespace filter = schema::filter;

// Chosen by measurement on judged queries.
constexpr double kCitesShare = 1.0;    // of the weight of the query's words, for citing a number of it
constexpr double kOwnShare = 0.5;      // for standing in the document itself
constexpr double kNumberAlone = 10.0;  // where the query has no other words
constexpr double kAgencyShare = 0.2;   // for belonging to an agency of it
constexpr double kPlaceShare = 0.2;    // for a petition or dispatch of a province of it
constexpr double kMonthShare = 0.2;    // for a dispatch of a month of it
constexpr double kUnsureShare = 0.5;   // of that, where the name typed may be another word

constexpr std::size_t kMostCited = 50;  // documents that a part of a number may mean

bool digits_alone(const DocumentNumber& number) { return number.signature.empty() && number.year.empty(); }

Boost number_boost(std::vector<std::string> terms, double share, const Plan& plan) {
  return {std::move(terms), share * (plan.word_weight + kNumberAlone), true};
}

// Petitions of the province's committee, and all that stands in dispatches issued there.
Boost place_boost(const PlaceMention& place, const Plan& plan, const std::vector<Dispatch>& dispatches) {
  Boost boost{{schema::term(filter::kPetitioner, place.committee)},
              kPlaceShare * (place.sure ? 1 : kUnsureShare) * plan.word_weight,
              false};
  for (const Dispatch& dispatch : dispatches) {
    if (is_from(dispatch, place)) boost.terms.push_back(schema::term(filter::kDispatch, dispatch.id));
  }
  return boost;
}

// All that stands in dispatches of the month or of the next, which report of it.
Boost month_boost(const std::string& month, const Plan& plan, const std::vector<Dispatch>& dispatches) {
  Boost boost{{}, kMonthShare * plan.word_weight, false};
  const std::string next = month_after(month);
  for (const Dispatch& dispatch : dispatches) {
    const std::string date = dispatch.date.value_or("");
    if (date.starts_with(month) || date.starts_with(next))
      boost.terms.push_back(schema::term(filter::kDispatch, dispatch.id));
  }
  return boost;
}

}  // namespace

std::string_view province_of(std::string_view committee) {
  for (const std::string_view rank : {"UBND tỉnh ", "UBND thành phố "}) {
    if (committee.starts_with(rank)) return committee.substr(rank.size());
  }
  return committee;
}

bool is_from(const Dispatch& dispatch, const PlaceMention& place) {
  return dispatch.issuer.value_or("").ends_with(province_of(place.committee));
}

std::vector<std::string> cited_terms(const DocumentNumber& number, const TermStatistics& statistics) {
  if (digits_alone(number)) return {schema::term(filter::kCitesDigits, number.digits)};
  const std::string prefix(filter::kCites);
  std::vector<std::string> terms;
  for (std::string& term : statistics.terms_with(schema::term(prefix, number.key), kMostCited)) {
    if (goes_on_in(number.key, std::string_view(term).substr(prefix.size())))
      terms.push_back(std::move(term));
  }
  return terms;
}

bool means_number(const DocumentNumber& meant, const std::string& number) {
  const std::string key = number_key(number);
  return goes_on_in(digits_alone(meant) ? meant.digits : meant.key, key);
}

void add_boosts(Plan& plan, const UnderstoodQuery& query, const TermStatistics& statistics,
                const std::vector<Dispatch>& dispatches) {
  for (const DocumentNumber& number : query.numbers) {
    plan.boosts.push_back(number_boost(cited_terms(number, statistics), kCitesShare, plan));
    std::vector<std::string> own;
    for (const Dispatch& dispatch : dispatches) {
      if (!dispatch.number || !means_number(number, *dispatch.number)) continue;
      own.push_back(schema::term(filter::kDispatch, dispatch.id));
    }
    plan.boosts.push_back(number_boost(std::move(own), kOwnShare, plan));
  }
  for (const AgencyMention& agency : query.agencies) {
    plan.boosts.push_back(
        {{schema::term(filter::kAgency, agency.name), schema::term(filter::kPetitioner, agency.name)},
         kAgencyShare * plan.word_weight,
         false});
  }
  for (const std::string& month : find_months(query.text))
    plan.boosts.push_back(month_boost(month, plan, dispatches));
  for (const PlaceMention& place : query.places) plan.boosts.push_back(place_boost(place, plan, dispatches));
}

}  // namespace giaidap
