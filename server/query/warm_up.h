// Reads the posting lists of common words and pairs before searches ask for them: one that must read its
// lists from a large index itself takes several times as long.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "server/query/shard_watch.h"
#include "server/query/snapshot.h"

namespace giaidap {

// Has a thread of its own, of the lowest priority. Thread-safe.
class WarmUp {
 public:
  // What is worth it, and when.
  struct Rule {
    std::size_t common_from = 5'000;  // entries that hold a term; below, its list is read in a moment
    // How long a state that took the place of another must last first: while an indexer commits again and
    // again it would be in vain.
    std::chrono::milliseconds lasting{30'000};
  };

  WarmUp(std::shared_ptr<ShardWatch> shards, const Rule& rule) : shards_(std::move(shards)), rule_(rule) {}
  ~WarmUp();
  WarmUp(const WarmUp&) = delete;
  WarmUp& operator=(const WarmUp&) = delete;

  // This is what is searched from now on; what was begun for another is left. Nothing is read of an index
  // that is small or has shards on other machines.
  void begin(const std::shared_ptr<const Snapshot>& snapshot);

 private:
  void run();
  // Until `given_up`. Throws Xapian's exceptions.
  void read_lists(const std::weak_ptr<const Snapshot>& served, const std::function<bool()>& given_up) const;

  const std::shared_ptr<ShardWatch> shards_;
  const Rule rule_;
  std::mutex mutex_;  // of all that follows
  std::condition_variable changed_;
  std::weak_ptr<const Snapshot> served_;
  std::size_t states_ = 0;  // that were served so far
  bool stopped_ = false;
  std::thread thread_;  // from the first large index on
};

}  // namespace giaidap
