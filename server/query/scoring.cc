#include "server/query/scoring.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "server/query/finding.h"

namespace giaidap {
namespace {

using schema::Channel;
using schema::Field;

constexpr std::array<std::pair<Field, double>, 2> kFields = {
    {{Field::Body, kBodyFactor}, {Field::Context, kContextFactor}}};

class Layout {
 public:
  Layout(const Plan& plan, const TermStatistics& statistics)
      : plan_(plan), statistics_(statistics), entries_(statistics.entries()) {}

  Scoring run() {
    const std::vector<bool> finding = finding_concepts(plan_);
    for (std::size_t c = 0; c < plan_.concepts.size(); ++c) add_concept(plan_.concepts[c], finding[c]);
    for (const Boost& boost : plan_.boosts) add_boost(boost);
    if (only_excludes(plan_)) scoring_.terms[term(std::string(schema::kEntryTerm))].finds = true;
    const bool finds = std::any_of(scoring_.terms.begin(), scoring_.terms.end(),
                                   [](const ScoredTerm& known) { return known.finds; });
    if (!finds) return {};
    for (const auto& group : plan_.required) scoring_.required.push_back(group_of(group));
    for (const auto& group : plan_.excluded) scoring_.excluded.push_back(group_of(group));
    scoring_.least = least_score(plan_);
    scoring_.average_length = std::max(statistics_.average_length(), 1.0);
    return std::move(scoring_);
  }

 private:
  std::size_t term(const std::string& text) {
    const auto [place, fresh] = places_.try_emplace(text, scoring_.terms.size());
    if (fresh) scoring_.terms.push_back({text, statistics_.frequency(text), false, false, {}});
    return place->second;
  }

  std::uint32_t add_alternative() {
    scoring_.concept_of.push_back(static_cast<std::uint32_t>(scoring_.concepts));
    return static_cast<std::uint32_t>(scoring_.concept_of.size() - 1);
  }

  void add_concept(const Concept& wanted, bool finds) {
    for (const Alternative& alternative : wanted.alternatives) {
      const std::uint32_t number = add_alternative();
      for (const Feature& feature : alternative.features) {
        if (feature.factor <= 0) continue;
        for (const auto& [field, factor] : kFields) {
          add_use(feature, field, {number, feature.factor * factor}, finds);
        }
      }
    }
    ++scoring_.concepts;
  }

  void add_use(const Feature& feature, Field field, TermUse use, bool finds) {
    const std::size_t place = text_term(feature, field);
    ScoredTerm& known = scoring_.terms[place];
    if (known.entries == 0) return;
    use.weight *= (Bm25::kK1 + 1) * information(known.entries);
    known.uses.push_back(use);
    known.finds = known.finds || finds;
  }

  std::size_t text_term(const Feature& feature, Field field) { return term(term_of(feature, field)); }

  void add_boost(const Boost& boost) {
    if (boost.terms.empty()) return;
    for (const std::string& text : boost.terms) {
      ScoredTerm& known = scoring_.terms[term(text)];
      const std::uint32_t number = add_alternative();
      if (known.entries == 0) continue;
      known.uses.push_back({number, boost.weight});
      known.fixed = true;
      known.finds = known.finds || boost.finds;
    }
    ++scoring_.concepts;
  }

  TermGroup group_of(const std::vector<Feature>& features) {
    TermGroup group;
    for (const Feature& feature : features) {
      group.body.push_back(text_term(feature, Field::Body));
      group.context.push_back(text_term(feature, Field::Context));
    }
    return group;
  }

  [[nodiscard]] double information(Xapian::doccount holding) const {
    const double odds = (entries_ - holding + 0.5) / (holding + 0.5);
    return std::log(odds < 2 ? odds * 0.5 + 1 : odds);
  }

  const Plan& plan_;
  const TermStatistics& statistics_;
  double entries_;
  Scoring scoring_;
  std::unordered_map<std::string, std::size_t> places_;
};

}  // namespace

double Bm25::damping(double length, double average) {
  return kK1 * (1 - kB + kB * std::max(length / average, kLeastNormalLength));
}

Scoring scoring_of(const Plan& plan, const TermStatistics& statistics) {
  return Layout(plan, statistics).run();
}

}  // namespace giaidap
