#include "server/query/matcher.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace giaidap {
namespace {

constexpr double kRounding = 1e-9;       // of sums that are taken in another order
constexpr double kRise = 1.02;           // of the threshold, after which drivers are chosen anew
constexpr std::size_t kSeedsPerHit = 4;  // postings that are tried first, to begin with a high threshold
constexpr std::size_t kLeastSeeds = 1000;

bool better(const Scored& a, const Scored& b) {
  return a.score > b.score || (a.score == b.score && a.entry < b.entry);
}

}  // namespace

Matcher::Matcher(const Xapian::Database& db, const Scoring& scoring,
                 const std::vector<std::uint32_t>& lengths, Impacts& impacts)
    : db_(db),
      scoring_(scoring),
      lengths_(lengths),
      impacts_(impacts),
      alternatives_of_(scoring.concepts),
      lists_(scoring.terms.size()),
      most_shares_(scoring.terms.size()),
      most_by_alternative_(scoring.concept_of.size()),
      most_by_concept_(scoring.concepts) {
  for (std::uint32_t i = 0; i < scoring.concept_of.size(); ++i)
    alternatives_of_[scoring.concept_of[i]].push_back(i);
  bound_terms();
  order_terms();
}

void Matcher::bound_terms() {
  for (std::size_t t = 0; t < scoring_.terms.size(); ++t) {
    const ScoredTerm& term = scoring_.terms[t];
    List& list = lists_[t];
    if (term.entries > 0 && !term.fixed)
      list.impact = impacts_.of(db_, term.text, lengths_, scoring_.average_length);
    list.most_share = list.impact ? list.impact->most() : term.entries > 0 ? 1 : 0;
    most_shares_[t] = {0, list.most_share, false};
    for (const TermUse& use : term.uses) {
      most_by_alternative_[use.alternative] += use.weight * list.most_share;
      list.most += use.weight * list.most_share;
    }
  }
  for (std::size_t c = 0; c < scoring_.concepts; ++c) {
    for (const std::uint32_t a : alternatives_of_[c])
      most_by_concept_[c] = std::max(most_by_concept_[c], most_by_alternative_[a]);
    most_ += most_by_concept_[c];
  }
}

void Matcher::order_terms() {
  telling_order_.resize(scoring_.terms.size());
  std::iota(telling_order_.begin(), telling_order_.end(), 0);
  dropping_order_ = telling_order_;
  std::stable_sort(telling_order_.begin(), telling_order_.end(),
                   [&](std::size_t a, std::size_t b) { return lists_[a].most > lists_[b].most; });
  std::stable_sort(dropping_order_.begin(), dropping_order_.end(), [&](std::size_t a, std::size_t b) {
    return scoring_.terms[a].entries > scoring_.terms[b].entries;
  });
}

void Matcher::drive_by(const std::vector<std::string>& terms) {
  fixed_drivers_ = true;
  driving_terms_ = terms;
  lists_.resize(scoring_.terms.size() + terms.size());
}

std::uint64_t Matcher::work() {
  threshold_ = scoring_.least;
  choose_drivers();
  return std::accumulate(drivers_.begin(), drivers_.end(), std::uint64_t{0},
                         [&](std::uint64_t sum, std::size_t t) { return sum + scoring_.terms[t].entries; });
}

std::vector<Scored> Matcher::best(std::size_t most) {
  if (scoring_.terms.empty() || most == 0) return {};
  threshold_ = scoring_.least;
  if (most != kAllHits && !fixed_drivers_) {
    begin();
    choose_seeds(most);
    walk(most);
  }
  begin();
  choose_drivers();
  walk(most);
  return settle(most);
}

void Matcher::begin() {
  candidates_.clear();
  least_scores_.clear();
  for (List& list : lists_) {
    list.open = list.driver = false;
    list.current = 0;
    list.hint = 0;
  }
}

bool Matcher::seek(std::size_t term, Xapian::docid entry) {
  List& list = lists_[term];
  if (list.current >= entry) return list.current == entry;
  if (!list.open) {
    const bool scored = term < scoring_.terms.size();
    list.open = true;
    list.at =
        db_.postlist_begin(scored ? scoring_.terms[term].text : driving_terms_[term - scoring_.terms.size()]);
  }
  if (list.at != Xapian::PostingIterator()) list.at.skip_to(entry);
  list.current = list.at == Xapian::PostingIterator() ? kEnd : *list.at;
  return list.current == entry;
}

double Matcher::bound_of(const std::vector<double>& by_alternative) const {
  double sum = 0;
  for (const auto& alternatives : alternatives_of_) {
    double most = 0;
    for (const std::uint32_t a : alternatives) most = std::max(most, by_alternative[a]);
    sum += most;
  }
  return sum;
}

// Another driver brings every entry that holds the term.
bool Matcher::is_covered(std::size_t term) const {
  const auto& within = scoring_.terms[term].within;
  return std::any_of(within.begin(), within.end(), [&](std::size_t other) { return lists_[other].driver; });
}

// Leaves out, longest first, lists of terms that together stay below the threshold.
void Matcher::choose_drivers() {
  chosen_for_ = threshold_;
  for (List& list : lists_) list.driver = false;
  std::vector<std::size_t> chosen;
  if (fixed_drivers_) {
    for (std::size_t i = 0; i < driving_terms_.size(); ++i) chosen.push_back(scoring_.terms.size() + i);
    return set_drivers(chosen);
  }
  std::vector<double> left_out(scoring_.concept_of.size());
  const auto add = [&](std::size_t t, double sign) {
    for (const TermUse& use : scoring_.terms[t].uses)
      left_out[use.alternative] += sign * lists_[t].most_share * use.weight;
  };
  for (const std::size_t t : dropping_order_) {
    if (!scoring_.terms[t].finds) add(t, 1);
  }
  for (const std::size_t t : dropping_order_) {
    if (!scoring_.terms[t].finds || is_covered(t)) continue;
    add(t, 1);
    if (bound_of(left_out) + kRounding < threshold_) continue;
    add(t, -1);
    lists_[t].driver = true;
    chosen.push_back(t);
  }
  set_drivers(chosen);
}

// The rarest lists: what they bring is likely to be among the best.
void Matcher::choose_seeds(std::size_t most) {
  const std::size_t wanted = std::max(kLeastSeeds, kSeedsPerHit * most);
  std::vector<std::size_t> chosen;
  std::size_t postings = 0;
  for (auto t = dropping_order_.rbegin(); t != dropping_order_.rend() && postings < wanted; ++t) {
    const ScoredTerm& term = scoring_.terms[*t];
    if (!term.finds || term.entries == 0) continue;
    chosen.push_back(*t);
    postings += term.entries;
  }
  chosen_for_ = std::numeric_limits<double>::max();  // keep to these
  set_drivers(chosen);
}

void Matcher::set_drivers(const std::vector<std::size_t>& terms) {
  drivers_ = terms;
  for (const std::size_t t : drivers_) lists_[t].driver = true;
  std::vector<double> rest(scoring_.concept_of.size());
  for (std::size_t t = 0; t < scoring_.terms.size(); ++t) {
    if (lists_[t].driver) continue;
    for (const TermUse& use : scoring_.terms[t].uses)
      rest[use.alternative] += lists_[t].most_share * use.weight;
  }
  rest_ = bound_of(rest);
}

void Matcher::walk(std::size_t most) {
  for (Xapian::docid entry = 1;; ++entry) {
    Xapian::docid next = kEnd;
    for (const std::size_t t : drivers_) {
      seek(t, entry);
      next = std::min(next, lists_[t].current);
    }
    if (next == kEnd) return;
    entry = next;
    meet(entry, most);
    if (threshold_ > chosen_for_ * kRise) choose_drivers();
  }
}

void Matcher::meet(Xapian::docid entry, std::size_t most) {
  double bound = rest_;
  for (const std::size_t t : drivers_) {
    if (lists_[t].current == entry) bound += lists_[t].most;
  }
  if (bound + kRounding < threshold_ || (accepts_ && !accepts_(entry))) return;
  if (!assess(entry) || !is_hit()) return;
  candidates_.push_back({entry, score_});
  if (most != kAllHits) raise_threshold(least_score(), most);
}

// Tells what the entry scores as far as impacts tell; false as soon as it cannot reach the threshold.
bool Matcher::assess(Xapian::docid entry) {
  shares_ = most_shares_;
  by_alternative_ = most_by_alternative_;
  by_concept_ = most_by_concept_;
  score_ = most_;
  const double damping = damping_of(entry);
  for (const std::size_t t : telling_order_) {
    set(t, share_of(t, entry, damping));
    if (score_ + kRounding < threshold_) return false;
  }
  return true;
}

double Matcher::damping_of(Xapian::docid entry) const {
  const double length = entry < lengths_.size() ? lengths_[entry] : scoring_.average_length;
  return Bm25::damping(length, scoring_.average_length);
}

Matcher::Share Matcher::share_of(std::size_t term, Xapian::docid entry, double damping) {
  List& list = lists_[term];
  if (scoring_.terms[term].entries == 0) return {};
  if (scoring_.terms[term].fixed) return seek(term, entry) ? Share{1, 1, true} : Share{};
  if (list.current == entry) {
    const double share = Bm25::share(list.at.get_wdf(), damping);
    return {share, share, true};
  }
  if (list.driver) return {};
  const unsigned steps = list.impact->steps(entry, list.hint);
  if (steps == 0) return {};
  return {list.impact->step() * (steps - 1), list.impact->step() * steps, true};
}

void Matcher::set(std::size_t term, Share share) {
  const double less = share.most - shares_[term].most;
  shares_[term] = share;
  for (const TermUse& use : scoring_.terms[term].uses) {
    const std::uint32_t wanted = scoring_.concept_of[use.alternative];
    const bool was_best = by_alternative_[use.alternative] >= by_concept_[wanted];
    by_alternative_[use.alternative] += use.weight * less;
    if (!was_best) continue;  // it can only have become less
    double best = 0;
    for (const std::uint32_t a : alternatives_of_[wanted]) best = std::max(best, by_alternative_[a]);
    score_ += best - by_concept_[wanted];
    by_concept_[wanted] = best;
  }
}

double Matcher::least_score() {
  std::fill(by_alternative_.begin(), by_alternative_.end(), 0);
  for (std::size_t t = 0; t < scoring_.terms.size(); ++t) {
    if (!shares_[t].present) continue;
    for (const TermUse& use : scoring_.terms[t].uses)
      by_alternative_[use.alternative] += use.weight * shares_[t].least;
  }
  return bound_of(by_alternative_);
}

bool Matcher::holds(const TermGroup& group) const {
  const auto all = [&](const std::vector<std::size_t>& terms) {
    return std::all_of(terms.begin(), terms.end(), [&](std::size_t t) { return shares_[t].present; });
  };
  return all(group.body) || all(group.context);
}

// Found by a term that finds, with all that must be there and nothing that must not.
bool Matcher::is_hit() const {
  bool found = false;
  for (std::size_t t = 0; t < scoring_.terms.size() && !found; ++t)
    found = scoring_.terms[t].finds && shares_[t].present;
  const auto held = [&](const TermGroup& group) { return holds(group); };
  return found && std::all_of(scoring_.required.begin(), scoring_.required.end(), held) &&
         std::none_of(scoring_.excluded.begin(), scoring_.excluded.end(), held);
}

// So many score at least this much.
void Matcher::raise_threshold(double least, std::size_t most) {
  least_scores_.push_back(least);
  std::push_heap(least_scores_.begin(), least_scores_.end(), std::greater<>());
  if (least_scores_.size() > most) {
    std::pop_heap(least_scores_.begin(), least_scores_.end(), std::greater<>());
    least_scores_.pop_back();
  }
  if (least_scores_.size() == most) threshold_ = std::max(threshold_, least_scores_.front());
}

// Scores for good the candidates that may be among the best.
std::vector<Scored> Matcher::settle(std::size_t most) {
  std::vector<Scored> candidates = std::move(candidates_);
  begin();
  std::vector<Scored> hits;
  for (const Scored& candidate : candidates) {
    if (candidate.score + kRounding < threshold_) continue;
    const Scored exact{candidate.entry, exact_score(candidate.entry)};
    if (exact.score >= scoring_.least) hits.push_back(exact);
  }
  std::sort(hits.begin(), hits.end(), better);
  hits.resize(std::min(hits.size(), most));
  return hits;
}

// Added up in one order for all entries: what is alike scores the same to the last bit.
double Matcher::exact_score(Xapian::docid entry) {
  std::fill(by_alternative_.begin(), by_alternative_.end(), 0);
  const double damping = damping_of(entry);
  for (std::size_t t = 0; t < scoring_.terms.size(); ++t) {
    const ScoredTerm& term = scoring_.terms[t];
    if (term.uses.empty() || term.entries == 0) continue;
    if (!term.fixed && lists_[t].impact->steps(entry, lists_[t].hint) == 0) continue;
    if (!seek(t, entry)) continue;
    const double share = term.fixed ? 1 : Bm25::share(lists_[t].at.get_wdf(), damping);
    for (const TermUse& use : term.uses) by_alternative_[use.alternative] += use.weight * share;
  }
  return bound_of(by_alternative_);
}

}  // namespace giaidap
