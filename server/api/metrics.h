// Counters for Prometheus: requests by route and status and how long they took, what searches found, and the
// state of index and process.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace giaidap {

// Of the index that is served.
struct IndexState {
  std::uint64_t entries = 0;
  std::uint64_t revision = 0;
  std::uint64_t reopenings = 0;  // how often it was read anew since it was opened
  std::uint64_t bytes = 0;       // of its files on this machine
};

// Thread-safe.
class Metrics {
 public:
  Metrics();
  ~Metrics();

  // route is a pattern such as "/muc/{name}", never the address asked for: the series stay few.
  void count(const std::string& route, int status, double milliseconds);
  // outcome: "answered", "results" or "nothing".
  void count_search(const std::string& outcome);
  void count_remembered(bool hit);  // a search that the cache of answers had, or had not
  void count_vote(bool right);
  void set_connections(std::size_t open);
  // why: "full", "client" (has too many) or "slow" (made room for another).
  void count_turned_away(const std::string& why);
  void set_index(const IndexState& index);

  // In Prometheus' text format.
  [[nodiscard]] std::string text() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace giaidap
