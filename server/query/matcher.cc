#include "server/query/matcher.h"

#include <algorithm>
#include <cmath>
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
                 const std::vector<std::uint32_t>& lengths, TermBounds& bounds)
    : db_(db),
      scoring_(scoring),
      lengths_(lengths),
      bounds_(bounds),
      alternatives_of_(scoring.concepts),
      lists_(scoring.terms.size()),
      by_alternative_(scoring.concept_of.size()),
      by_concept_(scoring.concepts) {
  for (std::uint32_t i = 0; i < scoring.concept_of.size(); ++i)
    alternatives_of_[scoring.concept_of[i]].push_back(i);
  bound_terms();
  order_terms();
}

void Matcher::bound_terms() {
  most_by_alternative_.assign(scoring_.concept_of.size(), 0);
  for (std::size_t t = 0; t < scoring_.terms.size(); ++t) {
    const ScoredTerm& term = scoring_.terms[t];
    if (term.uses.empty()) continue;
    const double share =
        term.fixed ? 1 : bounds_.most_share(db_, term.text, lengths_, scoring_.average_length);
    lists_[t].most_share = share;
    for (const TermUse& use : term.uses) {
      most_by_alternative_[use.alternative] += use.weight * share;
      lists_[t].most += use.weight * share;
    }
  }
  most_by_concept_.assign(scoring_.concepts, 0);
  most_ = 0;
  for (std::size_t c = 0; c < scoring_.concepts; ++c) {
    for (const std::uint32_t a : alternatives_of_[c])
      most_by_concept_[c] = std::max(most_by_concept_[c], most_by_alternative_[a]);
    most_ += most_by_concept_[c];
  }
}

void Matcher::order_terms() {
  resolving_order_.resize(scoring_.terms.size());
  std::iota(resolving_order_.begin(), resolving_order_.end(), 0);
  dropping_order_ = resolving_order_;
  const auto entries = [&](std::size_t t) { return scoring_.terms[t].entries; };
  // A term that others imply is asked about before them, as its absence tells theirs.
  std::stable_sort(resolving_order_.begin(), resolving_order_.end(),
                   [&](std::size_t a, std::size_t b) { return lists_[a].most > lists_[b].most; });
  std::stable_sort(dropping_order_.begin(), dropping_order_.end(),
                   [&](std::size_t a, std::size_t b) { return entries(a) > entries(b); });
}

void Matcher::drive_by(const std::vector<std::string>& terms) {
  fixed_drivers_ = true;
  driving_terms_ = terms;
  lists_.resize(scoring_.terms.size() + terms.size());
}

std::uint64_t Matcher::work() {
  threshold_ = scoring_.least;
  choose_drivers();
  std::uint64_t postings = 0;
  for (const std::size_t t : drivers_) {
    postings += t < scoring_.terms.size() ? scoring_.terms[t].entries
                                          : db_.get_termfreq(driving_terms_[t - scoring_.terms.size()]);
  }
  return postings;
}

std::vector<Scored> Matcher::best(std::size_t most) {
  if (scoring_.terms.empty() || most == 0) return {};
  threshold_ = scoring_.least;
  if (most != kAllHits && !fixed_drivers_) {
    begin();
    choose_seeds(most);
    walk(most);
    if (kept_.size() == most) threshold_ = kept_.front().score;  // at least so good are the best of all
  }
  begin();
  choose_drivers();
  walk(most);
  std::sort(kept_.begin(), kept_.end(), better);
  return std::move(kept_);
}

void Matcher::begin() {
  kept_.clear();
  for (List& list : lists_) {
    list.open = list.driver = false;
    list.current = 0;
  }
}

bool Matcher::seek(std::size_t term, Xapian::docid entry) {
  List& list = lists_[term];
  if (list.current >= entry) return list.current == entry;
  if (!list.open) {
    list.open = true;
    const bool scored = term < scoring_.terms.size();
    list.at =
        db_.postlist_begin(scored ? scoring_.terms[term].text : driving_terms_[term - scoring_.terms.size()]);
  }
  if (list.at != Xapian::PostingIterator()) list.at.skip_to(entry);
  list.current = list.at == Xapian::PostingIterator() ? kEnd : *list.at;
  return list.current == entry;
}

void Matcher::step(std::size_t term) {
  List& list = lists_[term];
  list.current = ++list.at == Xapian::PostingIterator() ? kEnd : *list.at;
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
  std::vector<double> left_out(scoring_.concept_of.size(), 0);
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
  std::vector<double> rest(scoring_.concept_of.size(), 0);
  for (std::size_t t = 0; t < scoring_.terms.size(); ++t) {
    if (lists_[t].driver) continue;
    for (const TermUse& use : scoring_.terms[t].uses)
      rest[use.alternative] += lists_[t].most_share * use.weight;
  }
  rest_ = bound_of(rest);
}

void Matcher::walk(std::size_t most) {
  for (Xapian::docid entry = 1;;) {
    Xapian::docid next = kEnd;
    for (const std::size_t t : drivers_) {
      seek(t, entry);
      next = std::min(next, lists_[t].current);
    }
    if (next == kEnd) return;
    entry = next;
    meet(entry, most);
    ++entry;
    if (threshold_ > chosen_for_ * kRise) choose_drivers();
  }
}

void Matcher::meet(Xapian::docid entry, std::size_t most) {
  double bound = rest_;
  for (const std::size_t t : drivers_) {
    if (lists_[t].current == entry) bound += lists_[t].most;
  }
  if (bound + kRounding < threshold_ || (accepts_ && !accepts_(entry))) return;
  if (!resolve_all(entry) || !decided_for()) return;
  const double score = exact_score();
  if (score >= threshold_) keep({entry, score}, most);
}

// False as soon as the entry cannot reach the threshold.
bool Matcher::resolve_all(Xapian::docid entry) {
  by_alternative_ = most_by_alternative_;
  by_concept_ = most_by_concept_;
  score_ = most_;
  for (List& list : lists_) list.known = false;
  const double length = entry < lengths_.size() ? lengths_[entry] : scoring_.average_length;
  const double damping = Bm25::damping(length, scoring_.average_length);
  for (const std::size_t t : drivers_) {
    if (t < scoring_.terms.size()) resolve(t, lists_[t].current == entry, damping);
  }
  for (const std::size_t t : resolving_order_) {
    if (lists_[t].known) continue;
    if (score_ + kRounding < threshold_) return false;
    resolve(t, !implied_absent(t) && seek(t, entry), damping);
  }
  return true;
}

bool Matcher::implied_absent(std::size_t term) const {
  const auto& within = scoring_.terms[term].within;
  return scoring_.terms[term].entries == 0 ||
         std::any_of(within.begin(), within.end(),
                     [&](std::size_t other) { return lists_[other].known && !lists_[other].present; });
}

void Matcher::resolve(std::size_t term, bool present, double damping) {
  List& list = lists_[term];
  const ScoredTerm& scored = scoring_.terms[term];
  list.known = true;
  list.present = present;
  if (scored.uses.empty()) return;
  list.share = !present ? 0 : scored.fixed ? 1 : Bm25::share(list.at.get_wdf(), damping);
  for (const TermUse& use : scored.uses) {
    const std::uint32_t wanted = scoring_.concept_of[use.alternative];
    const bool was_best = by_alternative_[use.alternative] >= by_concept_[wanted];
    by_alternative_[use.alternative] += use.weight * (list.share - list.most_share);
    if (!was_best) continue;  // it can only have become less
    double best = 0;
    for (const std::uint32_t a : alternatives_of_[wanted]) best = std::max(best, by_alternative_[a]);
    score_ += best - by_concept_[wanted];
    by_concept_[wanted] = best;
  }
}

// Added up in one order for all entries: what is alike scores the same to the last bit.
double Matcher::exact_score() {
  std::fill(by_alternative_.begin(), by_alternative_.end(), 0);
  for (std::size_t t = 0; t < scoring_.terms.size(); ++t) {
    if (!lists_[t].present) continue;
    for (const TermUse& use : scoring_.terms[t].uses)
      by_alternative_[use.alternative] += use.weight * lists_[t].share;
  }
  return bound_of(by_alternative_);
}

bool Matcher::holds(const TermGroup& group) const {
  const auto all = [&](const std::vector<std::size_t>& terms) {
    return std::all_of(terms.begin(), terms.end(), [&](std::size_t t) { return lists_[t].present; });
  };
  return all(group.body) || all(group.context);
}

// Found by a term that finds, with all that must be there and nothing that must not.
bool Matcher::decided_for() const {
  bool found = false;
  for (std::size_t t = 0; t < scoring_.terms.size() && !found; ++t)
    found = scoring_.terms[t].finds && lists_[t].present;
  const auto held = [&](const TermGroup& group) { return holds(group); };
  return found && std::all_of(scoring_.required.begin(), scoring_.required.end(), held) &&
         std::none_of(scoring_.excluded.begin(), scoring_.excluded.end(), held);
}

void Matcher::keep(Scored hit, std::size_t most) {
  kept_.push_back(hit);
  if (most == kAllHits) return;
  std::push_heap(kept_.begin(), kept_.end(), better);
  if (kept_.size() > most) {
    std::pop_heap(kept_.begin(), kept_.end(), better);
    kept_.pop_back();
  }
  // An equal one that comes later would be left out.
  if (kept_.size() == most)
    threshold_ =
        std::max(threshold_, std::nextafter(kept_.front().score, std::numeric_limits<double>::max()));
}

}  // namespace giaidap
