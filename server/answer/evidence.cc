#include "server/answer/evidence.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "indexer/text/dates.h"
#include "indexer/text/digits.h"
#include "indexer/text/months.h"
#include "indexer/text/numbers.h"
#include "server/query/boosts.h"
#include "server/query/borne_names.h"
#include "server/query/held.h"
#include "server/query/passage_score.h"
#include "server/query/plan.h"
#include "server/query/rerank.h"

namespace giaidap {
namespace {

constexpr double kMostLead = 0.5;  // a lead beyond says no more: the only hit may still be a poor one

// As tests/calibration printed them; the last one is the bias.
constexpr std::array<double, kEvidenceNames.size() + 1> kWeights = {1.36,  -0.13, -0.80, -1.82, 3.51,  1.84,
                                                                    -4.79, -6.99, -0.84, -1.86, -4.32, -6.92,
                                                                    -6.60, -3.85, -4.08, -2.29, -6.60};

constexpr std::size_t place_of_name(std::string_view name) {
  std::size_t place = 0;
  while (kEvidenceNames.at(place) != name) ++place;
  return place;
}

// The first hit, analysed once.
struct Read {
  const SearchResponse& response;
  const SearchHit& hit;
  AnalysedText text;
  std::vector<Token> words;  // of the text and of what stands around it
  std::string_view best{};   // its sentence that holds most of the query
  double best_words = 0;     // that share
};

Read read_first(const SearchResponse& response, const PassageScorer& scorer) {
  const SearchHit& hit = response.hits.front();
  Read read{response,
            hit,
            with_names(analyse(hit.entry.text),
                       borne_names(hit.entry.petitioners, hit.entry.dispatch_id, response.interpreted)),
            {},
            {},
            0};
  read.words = all_words(hit.entry, read.text);
  for (std::size_t i = 0; i < read.text.words.size(); ++i) {
    const double share = scorer.coverage(read.text.words[i]).words;
    if (!read.best.empty() && share <= read.best_words) continue;
    const ByteRange range = read.text.sentences[i];
    read.best = std::string_view(hit.entry.text).substr(range.byte_begin, range.byte_end - range.byte_begin);
    read.best_words = share;
  }
  return read;
}

double second_stage_factor(const Read& read, const PassageScorer& scorer) {
  return ranking_factor(
      ranking_features(read.hit.entry, read.text, scorer, asked_by(read.response.interpreted)));
}

bool asks(const Read& read, Intent intent) { return read.response.interpreted.asks.contains(intent); }

bool contains(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

// What a province asked for is told by its own petitions and dispatches; of all else it is enough that they
// name it.
bool names_other_place(const Read& read) {
  const std::vector<std::string>& places = read.response.interpreted.places;
  const bool own_words = asks(read, Intent::Petition);
  const auto bears = [&](const std::string& place) {
    const std::string_view name = province_of(place);
    const auto holds = [&](std::string_view text) { return text.find(name) != std::string_view::npos; };
    return contains(read.hit.entry.petitioners, place) || holds(read.hit.dispatch.issuer.value_or("")) ||
           (!own_words && (holds(read.hit.entry.text) || holds(read.hit.dispatch.title.value_or(""))));
  };
  return !places.empty() && std::none_of(places.begin(), places.end(), bears);
}

bool names_other_date(const Read& read) {
  const std::string& date = read.response.interpreted.date;
  if (date.empty() || read.hit.dispatch.date == date) return false;
  return !contains(find_dates(read.hit.entry.text), date) &&
         !contains(find_dates(read.hit.entry.deadline.value_or("")), date);
}

bool names_other_number(const Read& read) {
  const auto holds = [&](const std::string& number) {
    return std::any_of(read.words.begin(), read.words.end(),
                       [&](const Token& word) { return word.folded == number; });
  };
  const auto& concepts = read.response.plan->concepts;
  return std::any_of(concepts.begin(), concepts.end(), [&](const Concept& wanted) {
    if (wanted.pair || wanted.alternatives.empty() || wanted.alternatives.front().features.empty())
      return false;
    const std::string& first = wanted.alternatives.front().features.front().first;
    return all_digits(first) && !holds(first);
  });
}

// A month that neither the text nor the dispatch bears; a dispatch reports of its month and the one before.
bool names_other_month(const Read& read) {
  const std::vector<std::string>& asked = read.response.interpreted.months;
  if (asked.empty()) return false;
  const std::vector<std::string> held =
      find_months(read.hit.entry.text + "\n" + read.hit.entry.deadline.value_or(""));
  const std::string date = read.hit.dispatch.date.value_or("");
  return std::none_of(asked.begin(), asked.end(), [&](const std::string& month) {
    return date.starts_with(month) || date.starts_with(month_after(month)) ||
           std::find(held.begin(), held.end(), month) != held.end();
  });
}

bool names_other_document(const Read& read) {
  const std::vector<std::string>& asked = read.response.interpreted.numbers;
  if (asked.empty()) return false;
  const auto is_meant = [&](const std::string& number) {
    return std::any_of(asked.begin(), asked.end(), [&](const std::string& part) {
      return goes_on_in(number_key(part), number_key(number));
    });
  };
  const std::vector<std::string>& cites = read.hit.entry.cites;
  return !is_meant(read.hit.dispatch.number.value_or("")) &&
         std::none_of(cites.begin(), cites.end(), is_meant);
}

bool lacks_signer(const Read& read) {
  return asks(read, Intent::Signer) &&
         (!contains(read.response.interpreted.signatures, read.hit.dispatch.id) ||
          read.hit.dispatch.signer.empty() ||
          read.hit.entry.text.find(read.hit.dispatch.signer) == std::string::npos);
}

}  // namespace

Evidence evidence_of(const SearchResponse& response) {
  const PassageScorer scorer(*response.plan);
  const Read read = read_first(response, scorer);
  const Coverage whole = scorer.coverage(read.words);
  const double score = std::max(read.hit.score, 1e-3);
  const double next = response.hits.size() > 1 ? response.hits[1].score : 0;
  const double rarest = std::max(response.plan->rarest_information, 1.0);
  const double all_pairs = response.plan->pair_weight + response.plan->unknown_pair_weight;
  const bool other_time = names_other_date(read) || names_other_month(read);
  const auto flag = [](bool value) { return value ? 1.0 : 0.0; };
  return {whole.words,
          whole.pairs,
          all_pairs > 0 ? response.plan->unknown_pair_weight / all_pairs : 0,
          whole.missing_word,
          std::log(score / second_stage_factor(read, scorer) / rarest),
          std::min(1 - next / score, kMostLead),
          flag(names_other_place(read)),
          flag(other_time && (asks(read, Intent::Quantity) || asks(read, Intent::Money))),
          flag(names_other_number(read)),
          flag(names_other_document(read)),
          flag(asks(read, Intent::Money) && !holds_money(read.best)),
          flag(lacks_signer(read)),
          flag(asks(read, Intent::Person)),
          flag(asks(read, Intent::Procedure)),
          flag(asks(read, Intent::Quantity) && !holds_figure(read.best)),
          flag(asks(read, Intent::Date) && !holds_date(read.hit.entry.text) && !read.hit.entry.deadline)};
}

bool is_near_miss(const Evidence& evidence) {
  return evidence[place_of_name("other_place")] > 0 || evidence[place_of_name("other_time")] > 0 ||
         evidence[place_of_name("no_signer")] > 0;
}

double confidence_of(const Evidence& evidence) {
  double sum = kWeights.back();
  for (std::size_t i = 0; i < evidence.size(); ++i) sum += kWeights[i] * evidence[i];
  return sum;
}

}  // namespace giaidap
