// What all workers know of an index's shards: which can be reached, and which have changed. A thread of its
// own looks after those that workers cannot look after cheaply: remote ones, and those that were lost.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <xapian.h>

#include "server/query/shard_address.h"

namespace giaidap {

// Thread-safe.
class ShardWatch {
 public:
  explicit ShardWatch(std::vector<ShardAddress> addresses);
  ~ShardWatch();
  ShardWatch(const ShardWatch&) = delete;
  ShardWatch& operator=(const ShardWatch&) = delete;

  [[nodiscard]] const std::vector<ShardAddress>& addresses() const { return addresses_; }

  struct Status {
    bool reachable = true;
    std::uint64_t changes = 0;  // that were seen of it: commits of a remote shard, returns
  };
  [[nodiscard]] Status status(std::size_t shard) const;

  // A worker could not reach it: nobody tries until it is back. The first to say so is logged.
  void lost(std::size_t shard, const std::string& why);

 private:
  using Clock = std::chrono::steady_clock;
  // Of a shard, what only the thread knows.
  struct Probe {
    std::optional<Xapian::Database> db;
    std::string state;
    Clock::time_point next{};
    std::chrono::milliseconds pause{};
  };

  void run();
  void look_after(std::size_t shard, Probe& probe);
  void changed(std::size_t shard, bool returned);

  const std::vector<ShardAddress> addresses_;
  mutable std::mutex mutex_;
  std::condition_variable stopping_;
  bool stopped_ = false;
  std::vector<Status> statuses_;
  std::thread thread_;  // none for an index of one folder
};

// What tells one state of a shard from another. Each commit changes it.
std::string state_key(const Xapian::Database& shard);

// Counts the commits of one writer; 0 where the backend has no such number (several shards, remote).
std::uint64_t revision_of(const Xapian::Database& db);

}  // namespace giaidap
