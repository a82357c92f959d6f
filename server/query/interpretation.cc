#include "server/query/interpretation.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/text/dates.h"
#include "indexer/text/months.h"
#include "server/query/boosts.h"
#include "server/query/signers.h"

namespace giaidap {
namespace {

std::vector<std::string> texts_of(const std::vector<std::vector<QueryWord>>& groups, std::string_view text) {
  std::vector<std::string> texts;
  for (const auto& words : groups) {
    const std::uint32_t begin = words.front().byte_begin;
    texts.emplace_back(text.substr(begin, words.back().byte_end - begin));
  }
  return texts;
}

// Those that the provinces named issued.
std::vector<IssuedDispatch> issued_by(const std::vector<PlaceMention>& places,
                                      const std::vector<Dispatch>& dispatches) {
  std::vector<IssuedDispatch> issued;
  for (const Dispatch& dispatch : dispatches) {
    const bool meant = std::any_of(places.begin(), places.end(), [&](const PlaceMention& place) {
      return place.sure && is_from(dispatch, place);
    });
    if (meant) issued.push_back({dispatch.id, dispatch.issuer.value_or("")});
  }
  return issued;
}

}  // namespace

Interpretation interpret(const UnderstoodQuery& query, std::vector<Expansion> expansions,
                         const std::vector<Dispatch>& dispatches) {
  Interpretation told;
  told.language = query.english ? "en" : "vi";
  told.read_as = query.read_as;
  told.expansions = std::move(expansions);
  for (const AgencyMention& agency : query.agencies) {
    const auto& known = told.agencies;
    if (std::find(known.begin(), known.end(), agency.name) == known.end())
      told.agencies.push_back(agency.name);
  }
  for (const PlaceMention& place : query.places) {
    if (place.sure) told.places.push_back(place.committee);
  }
  told.dispatches = issued_by(query.places, dispatches);
  for (const Dispatch* dispatch : dispatches_meant(query, dispatches))
    told.signatures.push_back(dispatch->id);
  told.asks = query.asks;
  told.date = find_date(query.text).value_or("");
  told.months = find_months(query.text);
  told.counted = query.counted;
  for (const DocumentNumber& number : query.numbers) told.numbers.push_back(number.text);
  told.phrases = texts_of(query.phrases, query.text);
  told.excluded = texts_of(query.excluded, query.text);
  return told;
}

}  // namespace giaidap
