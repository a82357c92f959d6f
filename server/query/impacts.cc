#include "server/query/impacts.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "server/query/scoring.h"

namespace giaidap {
namespace {

constexpr std::size_t kManyOf = 32;   // one of so many entries holds a term: half a byte for each of them
constexpr std::size_t kOfEach = 150;  // bytes that a term costs beside its impact
constexpr double kRounding = 1 + 1e-9;

}  // namespace

Impact Impact::read(const Xapian::Database& db, const std::string& term,
                    const std::vector<std::uint32_t>& lengths, double average_length) {
  Impact impact;
  std::vector<float> shares;
  for (auto at = db.postlist_begin(term); at != db.postlist_end(term); ++at) {
    const Xapian::docid entry = *at;
    if (entry >= lengths.size()) break;
    const double damping = Bm25::damping(lengths[entry], average_length);
    impact.few_.push_back(entry);
    shares.push_back(static_cast<float>(Bm25::share(at.get_wdf(), damping) * kRounding));
  }
  for (const float share : shares) impact.most_ = std::max(impact.most_, static_cast<double>(share));
  impact.most_ *= 1 + 1e-6;  // a float may have been rounded down
  const bool many = impact.few_.size() * kManyOf >= lengths.size();
  const unsigned last = many ? kSteps : kStepsOfFew;
  impact.step_ = impact.most_ / last;
  const auto step_for = [&](float share) {
    const double steps = std::ceil(static_cast<double>(share) * (1 + 1e-6) / impact.step_);
    return static_cast<std::uint8_t>(std::clamp(steps, 1.0, static_cast<double>(last)));
  };
  for (const float share : shares) impact.few_steps_.push_back(step_for(share));
  if (!many) {
    impact.few_.shrink_to_fit();
    impact.few_steps_.shrink_to_fit();
    return impact;
  }
  impact.steps_.resize(lengths.size() / 2 + 1);
  for (std::size_t i = 0; i < impact.few_.size(); ++i) {
    const Xapian::docid entry = impact.few_[i];
    const unsigned step = impact.few_steps_[i];
    impact.steps_[entry / 2] |= static_cast<std::uint8_t>(entry % 2 == 0 ? step : step << 4U);
  }
  impact.few_ = {};
  impact.few_steps_ = {};
  return impact;
}

// Looks on from the hint in strides that double.
unsigned Impact::steps_of_few(Xapian::docid entry, std::size_t& hint) const {
  std::size_t stride = 1;
  std::size_t end = hint;
  while (end < few_.size() && few_[end] < entry) {
    hint = end + 1;
    end += stride;
    stride *= 2;
  }
  const auto last = few_.begin() + static_cast<std::ptrdiff_t>(std::min(end, few_.size()));
  const auto found = std::lower_bound(few_.begin() + static_cast<std::ptrdiff_t>(hint), last, entry);
  hint = static_cast<std::size_t>(found - few_.begin());
  return hint < few_.size() && few_[hint] == entry ? few_steps_[hint] : 0U;
}

std::shared_ptr<const Impact> Impacts::of(const Xapian::Database& db, const std::string& term,
                                          const std::vector<std::uint32_t>& lengths, double average_length) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = known_.find(term);
    if (found != known_.end()) return found->second;
  }
  auto impact = std::make_shared<const Impact>(Impact::read(db, term, lengths, average_length));
  const std::lock_guard lock(mutex_);
  make_room(impact->bytes() + kOfEach);
  const auto [place, fresh] = known_.emplace(term, std::move(impact));
  if (fresh) bytes_ += place->second->bytes() + kOfEach;
  return place->second;
}

// Whichever comes first goes first: what is asked for often is soon back.
void Impacts::make_room(std::size_t bytes) {
  while (bytes_ + bytes > kMostBytes && !known_.empty()) {
    bytes_ -= known_.begin()->second->bytes() + kOfEach;
    known_.erase(known_.begin());
  }
}

}  // namespace giaidap
