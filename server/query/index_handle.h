// What the workers of one process share: where the index is, the vocabulary, and the newest snapshot. A large
// index is read anew by a thread of its own, while workers go on with the state before.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "indexer/base/result.h"
#include "server/query/open_shards.h"
#include "server/query/snapshot.h"
#include "server/query/tables.h"
#include "server/query/warm_up.h"

namespace giaidap {

// How a new state of the index is read.
struct Reading {
  // Of an index of at most so many entries, by the first request that meets it: in a moment.
  std::size_t at_once = 20'000;
  std::function<std::shared_ptr<const Snapshot>(const OpenShards&, const QueryTables&)> read = read_snapshot;
  WarmUp::Rule ahead = {};
};

// Thread-safe.
class IndexHandle {
 public:
  IndexHandle(std::filesystem::path path, std::shared_ptr<ShardWatch> shards, QueryTables tables,
              Reading reading = {})
      : path_(std::move(path)),
        shards_(std::move(shards)),
        tables_(std::move(tables)),
        reading_(std::move(reading)),
        warm_up_(shards_, reading_.ahead) {}
  ~IndexHandle();
  IndexHandle(const IndexHandle&) = delete;
  IndexHandle& operator=(const IndexHandle&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] const std::shared_ptr<ShardWatch>& shards() const { return shards_; }
  [[nodiscard]] const QueryTables& tables() const { return tables_; }

  // The number of a new worker, for which databases are opened ahead.
  std::size_t enrol();

  // Brings a worker's shards to the newest state that can be had at once, and gives the snapshot of it. Waits
  // only where the state before cannot be read any more, or the index is small. Error: no shard is there.
  // Throws Xapian's exceptions.
  Result<std::shared_ptr<const Snapshot>> snapshot(std::size_t worker, OpenShards& shards);

  // How often a snapshot took the place of another.
  [[nodiscard]] std::uint64_t reopenings() const { return reopenings_; }

 private:
  // A state of the index as read ahead: a snapshot, and the same state open for each worker.
  struct Ahead {
    std::shared_ptr<const Snapshot> snapshot;
    std::vector<OpenShards> opened;
  };
  // What is served while something is read ahead.
  struct Served {
    std::shared_ptr<const Snapshot> snapshot;
    std::vector<OpenShards::Holds> held;
    std::size_t workers;
  };
  using Lock = std::unique_lock<std::mutex>;

  void take_ahead(std::size_t worker, OpenShards& shards);
  std::shared_ptr<const Snapshot> read_now(const OpenShards& shards, Lock& lock);
  void ask_ahead();
  void run();
  std::optional<Ahead> read_ahead(const Served& served) const;
  void give_out(Ahead ahead);
  void replace_by(std::shared_ptr<const Snapshot> fresh, const OpenShards& shards);

  const std::filesystem::path path_;
  const std::shared_ptr<ShardWatch> shards_;
  const QueryTables tables_;
  const Reading reading_;
  WarmUp warm_up_;
  std::atomic<std::uint64_t> reopenings_ = 0;

  std::mutex mutex_;  // of all that follows
  std::shared_ptr<const Snapshot> newest_;
  std::vector<OpenShards::Holds> held_;           // by the shards of the newest
  std::vector<std::optional<OpenShards>> ahead_;  // by worker, until it takes them
  bool is_reading_ = false;                       // some thread
  std::condition_variable was_read_;
  bool is_asked_ = false;  // the thread, to read ahead
  bool is_stopped_ = false;
  std::condition_variable work_;
  std::thread thread_;  // none for a small index
};

}  // namespace giaidap
