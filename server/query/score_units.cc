#include "server/query/score_units.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <utility>

namespace giaidap {
namespace {

// How rough a concept is taken first: by terms that at most one of so many entries holds.
constexpr std::array<std::size_t, 2> kRoughness = {8, 64};

// Terms with one list score as one.
void add_to(std::vector<ListedTerm>& terms, ListedTerm term) {
  const auto same = std::find_if(terms.begin(), terms.end(), [&](const ListedTerm& other) {
    return other.list == term.list && other.fixed == term.fixed;
  });
  if (same == terms.end()) {
    terms.push_back(term);
  } else {
    same->weight += term.weight;
  }
}

double most_of(const std::vector<ListedTerm>& wording) {
  double most = 0;
  for (const ListedTerm& term : wording) most += term.most();
  return most;
}

ScoreUnit measured(ScoreUnit unit) {
  for (const auto& wording : unit.wordings) {
    unit.most = std::max(unit.most, most_of(wording));
    for (const ListedTerm& term : wording) unit.postings += term.list->size();
  }
  return unit;
}

std::shared_ptr<TermPostings> postings_of(const ScoredTerm& term, const Xapian::Database& db,
                                          PostingLists& lists) {
  static const auto kNone = std::make_shared<const PostingList>();
  if (term.entries == 0) return std::make_shared<TermPostings>(kNone);
  if (auto kept = lists.kept(term.text)) return std::make_shared<TermPostings>(std::move(kept));
  if (lists.reads_at_once(term.entries)) return std::make_shared<TermPostings>(lists.of(db, term.text));
  return std::make_shared<TermPostings>(db, lists, term.text, term.entries);
}

}  // namespace

ScoreUnits::ScoreUnits(const Scoring& scoring, const Xapian::Database& db, PostingLists& lists,
                       Workspace& workspace)
    : documents_(db.get_doccount()) {
  std::map<std::uint64_t, std::shared_ptr<TermPostings>> known;  // by content
  for (const ScoredTerm& term : scoring.terms) {
    std::shared_ptr<TermPostings> postings = postings_of(term, db, lists);
    if (postings->is_read())
      postings = known.try_emplace(postings->read().content_hash(), postings).first->second;
    lists_.push_back(std::move(postings));
  }
  std::vector<std::size_t> wordings_of(scoring.concepts);
  for (const std::uint32_t one : scoring.concept_of) ++wordings_of[one];
  add_words(scoring, wordings_of);
  add_concepts(scoring, wordings_of, lists, workspace);
}

void ScoreUnits::add_words(const Scoring& scoring, const std::vector<std::size_t>& wordings_of) {
  std::map<bool, std::vector<ListedTerm>> by_finding;
  for (std::size_t t = 0; t < scoring.terms.size(); ++t) {
    const ScoredTerm& term = scoring.terms[t];
    double weight = 0;
    for (const TermUse& use : term.uses) {
      if (wordings_of[scoring.concept_of[use.alternative]] == 1) weight += use.weight;
    }
    const bool scores_nothing = term.finds && term.uses.empty();
    if (weight > 0 || scores_nothing) add_to(by_finding[term.finds], {lists_[t].get(), weight, term.fixed});
  }
  for (const auto& [finds, terms] : by_finding) {
    for (const ListedTerm& term : terms) units_.push_back(measured({{{term}}, finds}));
  }
}

void ScoreUnits::add_concepts(const Scoring& scoring, const std::vector<std::size_t>& wordings_of,
                              PostingLists& lists, Workspace& workspace) {
  std::vector<std::vector<ListedTerm>> by_wording(scoring.concept_of.size());
  std::vector<bool> finds(scoring.concepts, true);
  for (std::size_t t = 0; t < scoring.terms.size(); ++t) {
    const ScoredTerm& term = scoring.terms[t];
    for (const TermUse& use : term.uses) {
      add_to(by_wording[use.alternative], {lists_[t].get(), use.weight, term.fixed});
      const std::uint32_t wanted = scoring.concept_of[use.alternative];
      finds[wanted] = finds[wanted] && term.finds;
    }
  }
  std::vector<ScoreUnit> concepts(scoring.concepts);
  const std::vector<ConceptKey> keys = concept_keys(scoring);
  for (std::size_t wording = 0; wording < by_wording.size(); ++wording) {
    if (!by_wording[wording].empty())
      concepts[scoring.concept_of[wording]].wordings.push_back(std::move(by_wording[wording]));
  }
  for (std::size_t c = 0; c < concepts.size(); ++c) {
    concepts[c].finds = finds[c];
    if (wordings_of[c] == 1 || concepts[c].wordings.empty()) continue;
    units_.push_back(measured(std::move(concepts[c])));
    find_gains(units_.back(), keys[c], lists, workspace);
    if (units_.back().gains == nullptr) add_roughs(units_.back());
  }
}

void ScoreUnits::find_gains(ScoreUnit& whole, const ConceptKey& key, PostingLists& lists,
                            Workspace& workspace) {
  if (!lists.gains().is_worth_it(whole.postings)) return;
  whole.gains = lists.gains().of(key.key, whole, key.largest, lists.damping(), workspace);
  if (whole.gains == nullptr) return;
  whole.largest = key.largest;
  whole.most = whole.largest * whole.gains->most();
  whole.postings = whole.gains->size();
}

void ScoreUnits::add_roughs(ScoreUnit& whole) {
  ScoreUnit* finer = &whole;
  for (const std::size_t one_of : kRoughness) {
    ScoreUnit rough{{}, whole.finds};
    for (const auto& wording : whole.wordings) {
      std::vector<ListedTerm> rare;
      std::copy_if(wording.begin(), wording.end(), std::back_inserter(rare),
                   [&](const ListedTerm& term) { return term.list->size() * one_of <= documents_; });
      rough.missing = std::max(rough.missing, most_of(wording) - most_of(rare));
      if (!rare.empty()) rough.wordings.push_back(std::move(rare));
    }
    rough = measured(std::move(rough));
    if (rough.missing >= whole.most) return;
    if (rough.postings == finer->postings) continue;
    roughs_.push_back(std::move(rough));
    finer->rough = &roughs_.back();
    finer = &roughs_.back();
  }
}

}  // namespace giaidap
