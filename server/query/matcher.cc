#include "server/query/matcher.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace giaidap {
namespace {

constexpr double kFloatError = 1e-5;         // of a sum of floats, as a share of the largest there is
constexpr std::size_t kFewCandidates = 128;  // that are scored for good rather than looked up once more
constexpr std::size_t kBatch = 64;
constexpr double kCostInIndex = 4;  // of a look-up in the index, in look-ups in memory
// The threshold is raised before a list of more than one in so many entries is added up, after postings of
// more than one in so many have been.
constexpr std::size_t kCheapOf = 16;
constexpr std::size_t kUnseenOf = 100;

bool better(const Scored& a, const Scored& b) {
  return a.score > b.score || (a.score == b.score && a.entry < b.entry);
}

std::size_t terms_of(const ScoreUnit& unit) {
  std::size_t terms = 0;
  for (const auto& wording : unit.wordings) terms += wording.size();
  return terms;
}

// Of its best wording. There is a hint for each term, which goes on from entry to entry.
double score_of(const ScoreUnit& unit, Xapian::docid entry, double damping, std::vector<PostingHint>& hints) {
  auto hint = hints.begin();
  double best = 0;
  for (const auto& wording : unit.wordings) {
    double score = 0;
    for (const ListedTerm& term : wording) {
      const std::uint32_t times = term.list->occurrences(entry, *hint++);
      if (times > 0) score += term.gain(times, damping);
    }
    best = std::max(best, score);
  }
  return best;
}

void expect(const ScoreUnit& unit, std::size_t entries) {
  for (const auto& wording : unit.wordings) {
    for (const ListedTerm& term : wording) term.list->expect(entries);
  }
}

bool is_at_hand(const ScoreUnit& unit) {
  return unit.gains != nullptr ||
         std::all_of(unit.wordings.begin(), unit.wordings.end(), [](const auto& wording) {
           return std::all_of(wording.begin(), wording.end(),
                              [](const ListedTerm& term) { return term.list->is_at_hand(); });
         });
}

// Of looking up an entry in it, in look-ups in memory.
double cost_of(const ScoreUnit& unit) {
  if (unit.gains != nullptr) return 1;
  double cost = 0;
  for (const auto& wording : unit.wordings) {
    for (const ListedTerm& term : wording) cost += term.list->is_at_hand() ? 1 : kCostInIndex;
  }
  return cost;
}

constexpr auto kByEntry = [](const auto& a, const auto& b) { return a.entry < b.entry; };
constexpr auto kByScore = [](const auto& a, const auto& b) { return a.score > b.score; };

}  // namespace

Matcher::Matcher(const Xapian::Database& db, const Scoring& scoring, PostingLists& lists,
                 Workspace& workspace)
    : scoring_(scoring),
      lists_(lists),
      sums_(workspace, lists.damping()),
      units_(scoring, db, lists, workspace) {
  plan_steps();
  for (const TermGroup& group : scoring.required) accept_only(holding(group));
  if (scoring.excluded.empty()) return;
  EntrySet left = EntrySet::everything(lists.damping().size());
  for (const TermGroup& group : scoring.excluded) left.remove(holding(group));
  accept_only(std::move(left));
}

void Matcher::plan_steps() {
  for (const ScoreUnit& unit : units_.all()) {
    rest_ += unit.most;
    if (unit.gains != nullptr) slack_ += unit.largest * GainList::error();
    if (unit.finds) add_steps(unit, unit.most);
  }
  std::stable_sort(steps_.begin(), steps_.end(),
                   [](const Step& a, const Step& b) { return a.unit->postings < b.unit->postings; });
  slack_ += rest_ * kFloatError;
}

// The rougher one first; `most` of the whole.
void Matcher::add_steps(const ScoreUnit& unit, double most) {
  if (unit.rough != nullptr) add_steps(*unit.rough, most);
  const double missing_before = unit.rough != nullptr ? unit.rough->missing : most;
  steps_.push_back({&unit, unit.rough, missing_before - unit.missing});
}

void Matcher::accept_only(EntrySet accepted) {
  if (accepted_) accepted.keep_only(*accepted_);
  accepted_ = std::move(accepted);
}

EntrySet Matcher::holding(const TermGroup& group) const {
  EntrySet set(lists_.damping().size());
  add_holding_all(group.body, set);
  add_holding_all(group.context, set);
  return set;
}

void Matcher::add_holding_all(const std::vector<std::size_t>& terms, EntrySet& set) const {
  if (terms.empty()) return;
  const std::size_t rarest = *std::min_element(terms.begin(), terms.end(), [&](std::size_t a, std::size_t b) {
    return units_.list(a).size() < units_.list(b).size();
  });
  for (const std::size_t term : terms) units_.list(term).expect(units_.list(rarest).size());
  std::vector<PostingHint> hints(terms.size());
  units_.list(rarest).read().each([&](Xapian::docid entry, std::uint32_t) {
    for (std::size_t i = 0; i < terms.size(); ++i)
      if (units_.list(terms[i]).occurrences(entry, hints[i]) == 0) return;
    set.add(entry);
  });
}

std::uint64_t Matcher::work() const {
  std::uint64_t postings = 0;
  double rest = rest_;
  for (const Step& step : steps_) {
    if (rest + slack_ < scoring_.least) break;
    postings += step.unit->postings;
    rest -= step.lowers;
  }
  return postings;
}

std::vector<Scored> Matcher::best(std::size_t most) {
  if (most == 0) return {};
  threshold_ = scoring_.least;
  add_up(most);
  if (most != kAllHits) raise_threshold(most, true);
  std::vector<Candidate> found = sums_.candidates(threshold_ - rest_ - slack_);
  if (most != kAllHits) look_up(found, most);
  return settle(std::move(found), most);
}

// Entries of no list that is added up reach no more than the rest.
void Matcher::add_up(std::size_t most) {
  const std::size_t documents = sums_.size();
  std::uint64_t unseen = 0;  // postings added up since the threshold was raised
  for (const Step& step : steps_) {
    if (most != kAllHits && unseen * kUnseenOf > documents && step.unit->postings * kCheapOf > documents) {
      raise_threshold(most, false);
      unseen = 0;
    }
    if (rest_ + slack_ < threshold_) return;
    take(step);
    unseen += step.unit->postings;
  }
}

void Matcher::take(const Step& step) {
  const EntrySet* accepted = accepted_ ? &*accepted_ : nullptr;
  if (step.instead_of != nullptr) sums_.add(*step.instead_of, -1, accepted);
  sums_.add(*step.unit, 1, accepted);
  rest_ -= step.lowers;
  ++taken_;
}

// To what those reach that have most so far: so many score at least this much. Lists that are not at
// hand are looked up only to be thorough.
void Matcher::raise_threshold(std::size_t most, bool thorough) {
  std::vector<Candidate> high = sums_.highest(most);
  if (high.size() < most) return;
  std::sort(high.begin(), high.end(), kByEntry);
  for (const Left& one : left()) {
    if (thorough || is_at_hand(*one.unit)) look_up(one, high);
  }
  const auto least = std::min_element(
      high.begin(), high.end(), [](const Candidate& a, const Candidate& b) { return a.score < b.score; });
  threshold_ = std::max(threshold_, least->score - slack_);
}

void Matcher::drop_behind(std::vector<Candidate>& candidates) const {
  const auto least = static_cast<float>(threshold_ - rest_ - slack_);
  std::erase_if(candidates, [&](const Candidate& one) { return one.score < least; });
}

// What of the unit is added up; nullptr where nothing is.
const ScoreUnit* Matcher::taken_of(const ScoreUnit& unit) const {
  const auto end = steps_.begin() + static_cast<std::ptrdiff_t>(taken_);
  for (const ScoreUnit* part = &unit; part != nullptr; part = part->rough) {
    if (std::any_of(steps_.begin(), end, [&](const Step& step) { return step.unit == part; })) return part;
  }
  return nullptr;
}

// What is not added up, what weighs most for the work of looking it up first.
std::vector<Matcher::Left> Matcher::left() const {
  std::vector<Left> left;
  for (const ScoreUnit& unit : units_.all()) {
    const ScoreUnit* taken = taken_of(unit);
    if (taken == &unit) continue;
    const double most = taken != nullptr ? taken->missing : unit.most;
    left.push_back({&unit, taken, most, most / cost_of(unit)});
  }
  std::stable_sort(left.begin(), left.end(),
                   [](const Left& a, const Left& b) { return a.most_a_cost > b.most_a_cost; });
  return left;
}

// Adds to the candidates what is not added up, and lets go those that fall behind.
void Matcher::look_up(std::vector<Candidate>& candidates, std::size_t most) {
  for (const Left& one : left()) {
    if (candidates.size() <= std::max(kFewCandidates, most)) return;
    look_up(one, candidates);
    rest_ -= one.most;
    drop_behind(candidates);
  }
}

void Matcher::look_up(const Left& left, std::vector<Candidate>& candidates) const {
  if (left.taken != nullptr) look_up(*left.taken, -1, candidates);
  look_up(*left.unit, 1, candidates);
}

void Matcher::look_up(const ScoreUnit& unit, double sign, std::vector<Candidate>& candidates) const {
  if (unit.gains != nullptr) {
    PostingHint hint;
    for (Candidate& one : candidates)
      one.score += static_cast<float>(sign * unit.largest * unit.gains->gain(one.entry, hint));
    return;
  }
  expect(unit, candidates.size());
  if (unit.single()) return look_up(unit.wordings.front().front(), sign, candidates);
  std::vector<PostingHint> hints(terms_of(unit));
  for (Candidate& one : candidates)
    one.score += static_cast<float>(sign * score_of(unit, one.entry, lists_.damping()[one.entry], hints));
}

void Matcher::look_up(const ListedTerm& term, double sign, std::vector<Candidate>& candidates) const {
  const float* const damping = lists_.damping().data();
  const auto weight = static_cast<float>(sign * term.weight);
  PostingHint hint;
  for (Candidate& one : candidates) {
    const auto times = static_cast<float>(term.list->occurrences(one.entry, hint));
    one.score += term.fixed ? weight * std::min(times, 1.0F) : weight * times / (times + damping[one.entry]);
  }
}

// Scores the candidates for good, those first that have most, until the rest is out of reach.
std::vector<Scored> Matcher::settle(std::vector<Candidate> candidates, std::size_t most) {
  std::vector<Scored> hits;
  if (most == kAllHits) {
    score(candidates.begin(), candidates.end(), hits);
    std::sort(hits.begin(), hits.end(), better);
    return hits;
  }
  std::sort(candidates.begin(), candidates.end(), kByScore);
  for (auto begin = candidates.begin(); begin != candidates.end();) {
    if (begin->score + rest_ + slack_ < threshold_) break;
    const auto batch = static_cast<std::ptrdiff_t>(std::max(most, kBatch));
    const auto end = begin + std::min(batch, candidates.end() - begin);
    score(begin, end, hits);
    begin = end;
    std::sort(hits.begin(), hits.end(), better);
    if (hits.size() < most) continue;
    hits.resize(most);
    threshold_ = std::max(threshold_, hits.back().score);
  }
  return hits;
}

// For good, in document order; those that are no hits are left out. Added up in one order for all entries:
// what is alike scores the same to the last bit.
void Matcher::score(std::vector<Candidate>::iterator begin, std::vector<Candidate>::iterator end,
                    std::vector<Scored>& scored) {
  std::sort(begin, end, kByEntry);
  std::vector<Scored> sums;
  std::vector<double> damping;
  for (auto one = begin; one != end; ++one) {
    sums.push_back({one->entry, 0});
    damping.push_back(lists_.exact_damping(one->entry));
  }
  for (const ScoreUnit& unit : units_.all()) {
    expect(unit, sums.size());
    std::vector<PostingHint> hints(terms_of(unit));
    for (std::size_t i = 0; i < sums.size(); ++i)
      sums[i].score += score_of(unit, sums[i].entry, damping[i], hints);
  }
  std::copy_if(sums.begin(), sums.end(), std::back_inserter(scored),
               [&](const Scored& one) { return one.score >= scoring_.least; });
}

}  // namespace giaidap
