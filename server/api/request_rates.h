// How many requests each client has left: a bucket of tokens a client, refilled at the rate allowed.
#pragma once

#include <chrono>
#include <unordered_map>

#include "server/api/client.h"

namespace giaidap {

// Belongs to one thread.
class RequestRates {
 public:
  using Clock = std::chrono::steady_clock;

  // Takes one request off the client's; false where none is left. per_second 0 allows all.
  bool allow(const ClientKey& client, double per_second, Clock::time_point now);

  [[nodiscard]] std::size_t size() const { return left_.size(); }  // clients that are remembered

 private:
  struct Left {
    double requests;
    Clock::time_point at;
  };
  void forget_rested(double per_second, Clock::time_point now);

  std::unordered_map<ClientKey, Left> left_;
  std::size_t forget_at_ = 1024;
};

// A client that rested so long may ask so many times the rate at once.
inline constexpr double kBurstSeconds = 10;

}  // namespace giaidap
