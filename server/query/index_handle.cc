#include "server/query/index_handle.h"

#include <spdlog/spdlog.h>

#include <chrono>
#include <utility>

namespace giaidap {
namespace {

constexpr int kMostAttempts = 5;           // to open one state for all workers, where commits come between
constexpr std::chrono::seconds kPause{1};  // before what could not be read is tried again

bool holds_less(const std::vector<OpenShards::Holds>& now, const std::vector<OpenShards::Holds>& before) {
  for (std::size_t shard = 0; shard < before.size(); ++shard)
    if (now[shard] < before[shard]) return true;
  return false;
}

// All at one state; empty where a writer is too busy for that.
std::vector<OpenShards> open_for_all(const std::shared_ptr<ShardWatch>& shards, std::size_t workers) {
  for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
    std::vector<OpenShards> opened;
    opened.emplace_back(shards);
    while (opened.size() < workers && opened.back().key() == opened.front().key())
      opened.emplace_back(shards);
    if (opened.back().key() == opened.front().key()) return opened;
  }
  return {};
}

}  // namespace

IndexHandle::~IndexHandle() {
  {
    const std::lock_guard lock(mutex_);
    is_stopped_ = true;
  }
  work_.notify_all();
  if (thread_.joinable()) thread_.join();
}

std::size_t IndexHandle::enrol() {
  const std::lock_guard lock(mutex_);
  ahead_.emplace_back();
  return ahead_.size() - 1;
}

Result<std::shared_ptr<const Snapshot>> IndexHandle::snapshot(std::size_t worker, OpenShards& shards) {
  for (bool refreshed = false;;) {
    take_ahead(worker, shards);
    const OpenShards::Freshness freshness = shards.freshness();
    Lock lock(mutex_);
    if (ahead_[worker]) continue;
    const bool fits = newest_ != nullptr && newest_->key == shards.key();
    if (fits && (refreshed || freshness == OpenShards::Freshness::Newest)) return newest_;
    if (fits && freshness == OpenShards::Freshness::Behind &&
        newest_->columns.lengths.size() > reading_.at_once) {
      ask_ahead();
      return newest_;
    }
    if (!refreshed) {
      lock.unlock();
      if (const Result<Unit> fresh = shards.refresh(); !fresh.ok()) return fresh.error();
      refreshed = true;
    } else if (is_reading_) {
      was_read_.wait(lock, [this] { return !is_reading_; });
      refreshed = false;
    } else {
      return read_now(shards, lock);
    }
  }
}

// What the worker had is closed without keeping others waiting.
void IndexHandle::take_ahead(std::size_t worker, OpenShards& shards) {
  std::optional<OpenShards> ready;
  {
    const std::lock_guard lock(mutex_);
    std::swap(ready, ahead_[worker]);
  }
  if (ready) shards = std::move(*ready);
}

std::shared_ptr<const Snapshot> IndexHandle::read_now(const OpenShards& shards, Lock& lock) {
  is_reading_ = true;
  const std::shared_ptr<const Snapshot> before = newest_;  // is let go without keeping others waiting
  lock.unlock();
  std::shared_ptr<const Snapshot> fresh;
  const auto finish = [&] {
    lock.lock();
    is_reading_ = false;
    if (fresh != nullptr) replace_by(fresh, shards);
    lock.unlock();
    was_read_.notify_all();
  };
  try {
    fresh = reading_.read(shards, tables_);
  } catch (...) {
    finish();
    throw;
  }
  finish();
  return fresh;
}

void IndexHandle::replace_by(std::shared_ptr<const Snapshot> fresh, const OpenShards& shards) {
  if (newest_ != nullptr) ++reopenings_;
  newest_ = std::move(fresh);
  warm_up_.begin(newest_);
  held_ = shards.holds();
  for (std::optional<OpenShards>& ready : ahead_) ready.reset();
}

void IndexHandle::ask_ahead() {
  is_asked_ = true;
  if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
  work_.notify_one();
}

void IndexHandle::run() {
  Lock lock(mutex_);
  while (true) {
    work_.wait(lock, [this] { return is_stopped_ || is_asked_; });
    was_read_.wait(lock, [this] { return !is_reading_; });
    if (is_stopped_) return;
    is_reading_ = true;
    Served served{newest_, held_, ahead_.size()};
    lock.unlock();
    std::optional<Ahead> ahead = read_ahead(served);
    lock.lock();
    is_reading_ = false;
    is_asked_ = false;  // who is behind still asks again
    if (ahead) give_out(std::move(*ahead));
    was_read_.notify_all();
    if (!ahead) work_.wait_for(lock, kPause, [this] { return is_stopped_; });
    lock.unlock();
    served.snapshot.reset();  // takes time where nobody else has it any more
    lock.lock();
  }
}

void IndexHandle::give_out(Ahead ahead) {
  if (ahead.snapshot != newest_) replace_by(std::move(ahead.snapshot), ahead.opened.front());
  for (std::size_t worker = 0; worker < ahead.opened.size(); ++worker)
    ahead_[worker] = std::move(ahead.opened[worker]);
}

// Nothing where it cannot be read now, or holds less of a shard than is served: an index that is only begun,
// a shard that is away.
std::optional<IndexHandle::Ahead> IndexHandle::read_ahead(const Served& served) const {
  try {
    std::vector<OpenShards> opened = open_for_all(shards_, served.workers);
    if (opened.empty() || holds_less(opened.front().holds(), served.held)) return std::nullopt;
    if (opened.front().key() == served.snapshot->key) return Ahead{served.snapshot, std::move(opened)};
    std::shared_ptr<const Snapshot> fresh = reading_.read(opened.front(), tables_);
    return Ahead{std::move(fresh), std::move(opened)};
  } catch (const Xapian::Error& error) {
    spdlog::debug("a new state of the index could not be read yet: {}", error.get_msg());
  } catch (const std::exception& error) {
    spdlog::error("a new state of the index could not be read: {}", error.what());
  }
  return std::nullopt;
}

}  // namespace giaidap
