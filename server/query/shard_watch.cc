#include "server/query/shard_watch.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "indexer/schema/schema.h"
#include "indexer/schema/unreadable.h"

namespace giaidap {
namespace {

constexpr std::chrono::milliseconds kLook{1000};            // how often a remote shard is asked for its state
constexpr std::chrono::milliseconds kLongestPause{30'000};  // between attempts to reach a lost one

}  // namespace

ShardWatch::ShardWatch(std::vector<ShardAddress> addresses)
    : addresses_(std::move(addresses)), statuses_(addresses_.size()) {
  const bool one_folder = addresses_.size() == 1 && !addresses_.front().is_remote();
  if (!one_folder) thread_ = std::thread([this] { run(); });
}

ShardWatch::~ShardWatch() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  stopping_.notify_all();
  if (thread_.joinable()) thread_.join();
}

ShardWatch::Status ShardWatch::status(std::size_t shard) const {
  const std::lock_guard lock(mutex_);
  return statuses_[shard];
}

void ShardWatch::lost(std::size_t shard, const std::string& why) {
  const std::lock_guard lock(mutex_);
  if (!thread_.joinable()) return;  // an index of one folder is tried at each request
  if (std::exchange(statuses_[shard].reachable, false))
    spdlog::warn("shard {} cannot be reached ({}); the others answer without it", addresses_[shard].name(),
                 why);
}

void ShardWatch::changed(std::size_t shard, bool returned) {
  const std::lock_guard lock(mutex_);
  statuses_[shard].reachable = true;
  ++statuses_[shard].changes;
  if (returned) spdlog::info("shard {} is back", addresses_[shard].name());
}

void ShardWatch::run() {
  std::vector<Probe> probes(addresses_.size());
  std::unique_lock lock(mutex_);
  while (!stopping_.wait_for(lock, kLook, [this] { return stopped_; })) {
    lock.unlock();
    for (std::size_t shard = 0; shard < addresses_.size(); ++shard) look_after(shard, probes[shard]);
    lock.lock();
  }
}

// Pauses grow while a shard stays away.
void ShardWatch::look_after(std::size_t shard, Probe& probe) {
  const bool away = !status(shard).reachable;
  if ((!away && !addresses_[shard].is_remote()) || Clock::now() < probe.next) return;
  try {
    if (away || !probe.db) {
      probe.db = open_shard(addresses_[shard]);
      if (const auto format = check_format(*probe.db, addresses_[shard].name()); !format)
        throw Xapian::DatabaseVersionError(format.error().message);
    } else {
      probe.db->reopen();
    }
    const std::string before = std::exchange(probe.state, state_key(*probe.db));
    // At first too: workers may have opened an older one.
    if (away || before != probe.state) changed(shard, away);
    probe.pause = {};
    if (!addresses_[shard].is_remote()) probe.db.reset();
  } catch (const Xapian::DatabaseModifiedError&) {
    // Commits came between two looks: the next one finds it changed.
  } catch (const Xapian::Error& error) {
    lost(shard, error.get_msg());
    probe.db.reset();
    probe.pause = std::clamp(probe.pause * 2, kLook, kLongestPause);
    probe.next = Clock::now() + probe.pause;
  }
}

// A remote shard has no revision: there the indexer's own count stands for it.
std::string state_key(const Xapian::Database& shard) {
  const std::uint64_t revision = revision_of(shard);
  return fmt::format("{} {} {} {} {}", shard.get_uuid(),
                     revision > 0 ? std::to_string(revision) : shard.get_metadata(schema::kChangesKey),
                     shard.get_doccount(), shard.get_lastdocid(), shard.get_total_length());
}

std::uint64_t revision_of(const Xapian::Database& db) {
  try {
    return db.get_revision();
  } catch (const Xapian::InvalidOperationError&) {
    return 0;
  } catch (const Xapian::UnimplementedError&) {
    return 0;
  }
}

}  // namespace giaidap
