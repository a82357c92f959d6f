#include "server/api/request_rates.h"

#include <algorithm>

namespace giaidap {
namespace {

double seconds_between(RequestRates::Clock::time_point from, RequestRates::Clock::time_point to) {
  return std::chrono::duration<double>(to - from).count();
}

}  // namespace

bool RequestRates::allow(const ClientKey& client, double per_second, Clock::time_point now) {
  if (per_second <= 0) return true;
  const double most = std::max(1.0, per_second * kBurstSeconds);
  if (left_.size() >= forget_at_) forget_rested(per_second, now);
  Left& left = left_.try_emplace(client, Left{most, now}).first->second;
  left.requests = std::min(most, left.requests + per_second * seconds_between(left.at, now));
  left.at = now;
  if (left.requests < 1) return false;
  left.requests -= 1;
  return true;
}

// Those who would have all their requests again are as good as new.
void RequestRates::forget_rested(double per_second, Clock::time_point now) {
  std::erase_if(left_, [&](const auto& one) {
    const double rested = per_second * seconds_between(one.second.at, now);
    return one.second.requests + rested >= std::max(1.0, per_second * kBurstSeconds);
  });
  forget_at_ = std::max<std::size_t>(1024, left_.size() * 2);
}

}  // namespace giaidap
