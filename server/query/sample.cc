#include "server/query/sample.h"

#include <xxhash.h>

#include <algorithm>
#include <random>
#include <utility>

#include "server/query/best_wording.h"
#include "server/query/wide_vectors.h"

namespace giaidap {
namespace {

std::uint64_t hash_of_term(const std::string& term) { return XXH3_64bits(term.data(), term.size()); }

// Adds what is best to the scores, and makes it 0.
GIAIDAP_WIDE_VECTORS void move_onto(std::vector<float>& scores, std::vector<float>& best) {
  for (std::size_t i = 0; i < best.size(); ++i) {
    scores[i] += best[i];
    best[i] = 0;
  }
}

}  // namespace

Sample Sample::read(const Xapian::Database& db, const Columns& columns) {
  constexpr std::uint32_t kSeed = 20230825;
  constexpr Xapian::termcount kMostOccurrences = UINT16_MAX;
  Sample sample;
  std::vector<Xapian::docid> entries;
  std::sample(columns.newest.begin(), columns.newest.end(), std::back_inserter(entries), kEntries,
              std::mt19937(kSeed));
  if (entries.empty()) return sample;
  std::sort(entries.begin(), entries.end());
  sample.scale_ = static_cast<double>(columns.newest.size()) / static_cast<double>(entries.size());
  sample.columns_ = columns.of(entries);
  std::vector<std::pair<std::uint64_t, Posting>> all;
  for (std::size_t place = 0; place < entries.size(); ++place) {
    const Xapian::docid entry = entries[place];
    sample.lengths_.push_back(columns.lengths[entry]);
    for (auto term = db.termlist_begin(entry); term != db.termlist_end(entry); ++term) {
      const auto occurrences = static_cast<std::uint16_t>(std::min(term.get_wdf(), kMostOccurrences));
      all.emplace_back(hash_of_term(*term), Posting{static_cast<std::uint16_t>(place), occurrences});
    }
  }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    return std::pair(a.first, a.second.place) < std::pair(b.first, b.second.place);
  });
  for (const auto& [hash, posting] : all) {
    if (sample.terms_.empty() || sample.terms_.back().first != hash)
      sample.terms_.emplace_back(hash, static_cast<std::uint32_t>(sample.postings_.size()));
    sample.postings_.push_back(posting);
  }
  return sample;
}

Sample::Postings Sample::postings(const std::string& term) const {
  const std::uint64_t hash = hash_of_term(term);
  const auto found = std::lower_bound(terms_.begin(), terms_.end(), std::pair(hash, std::uint32_t{0}));
  if (found == terms_.end() || found->first != hash) return {};
  const auto next = std::next(found);
  const std::size_t end = next == terms_.end() ? postings_.size() : next->second;
  return {postings_.data() + found->second, postings_.data() + end};
}

std::vector<bool> Sample::holding(const TermGroup& group, const Scoring& scoring) const {
  std::vector<bool> any(lengths_.size());
  for (const auto* terms : {&group.body, &group.context}) {
    std::vector<std::size_t> held(lengths_.size());
    for (const std::size_t t : *terms) {
      const Postings found = postings(scoring.terms[t].text);
      for (const Posting* at = found.begin; at != found.end; ++at) ++held[at->place];
    }
    for (std::size_t i = 0; i < held.size(); ++i) any[i] = any[i] || held[i] == terms->size();
  }
  return any;
}

// By entry, the sum over the concepts of their best alternatives.
std::vector<float> Sample::scores(const Scoring& scoring) const {
  struct Use {
    const ScoredTerm* term;
    float weight;
  };
  std::vector<std::vector<Use>> uses(scoring.concept_of.size());  // by alternative
  for (const ScoredTerm& term : scoring.terms) {
    for (const TermUse& use : term.uses)
      uses[use.alternative].push_back({&term, static_cast<float>(use.weight)});
  }
  const std::size_t size = lengths_.size();
  std::vector<double> damping;
  damping.reserve(size);
  for (const double length : lengths_) damping.push_back(Bm25::damping(length, scoring.average_length));
  std::vector<float> scores(size);
  std::vector<float> best(size);  // of the alternatives of a concept so far
  std::vector<float> sums(size);  // of one alternative
  for (std::size_t a = 0; a < uses.size(); ++a) {
    for (const Use& use : uses[a]) {
      const Postings list = postings(use.term->text);
      for (const Posting* at = list.begin; at != list.end; ++at) {
        const double share = use.term->fixed ? 1 : Bm25::share(at->occurrences, damping[at->place]);
        sums[at->place] += use.weight * static_cast<float>(share);
      }
    }
    take_over_all(sums, best);
    if (a + 1 == uses.size() || scoring.concept_of[a + 1] != scoring.concept_of[a]) move_onto(scores, best);
  }
  return scores;
}

std::vector<Xapian::docid> Sample::hits(const Scoring& scoring) const {
  std::vector<bool> found(lengths_.size());
  for (const ScoredTerm& term : scoring.terms) {
    if (!term.finds) continue;
    const Postings list = postings(term.text);
    for (const Posting* at = list.begin; at != list.end; ++at) found[at->place] = true;
  }
  const auto decide = [&](const std::vector<TermGroup>& groups, bool wanted) {
    for (const TermGroup& group : groups) {
      const std::vector<bool> held = holding(group, scoring);
      for (std::size_t i = 0; i < held.size(); ++i) found[i] = found[i] && held[i] == wanted;
    }
  };
  decide(scoring.required, true);
  decide(scoring.excluded, false);
  const std::vector<float> scored = scores(scoring);
  std::vector<Xapian::docid> hits;
  for (std::size_t i = 0; i < lengths_.size(); ++i) {
    if (found[i] && scored[i] >= static_cast<float>(scoring.least))
      hits.push_back(static_cast<Xapian::docid>(i));
  }
  return hits;
}

}  // namespace giaidap
