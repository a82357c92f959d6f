#include "server/query/warm_up.h"

#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/schema/schema.h"
#include "server/query/open_shards.h"

namespace giaidap {
namespace {

constexpr int kLowestPriority = 19;

bool is_remote(const Shard& shard) { return shard.is_remote; }

struct CommonTerm {
  Xapian::doccount entries = 0;
  std::string text;
};

// What searches look for, the most common first.
std::vector<CommonTerm> common_terms(const Xapian::Database& db, std::size_t from,
                                     const std::function<bool()>& given_up) {
  using schema::Channel;
  using schema::Field;
  std::vector<CommonTerm> common;
  for (const Field field : {Field::Body, Field::Context}) {
    for (const Channel channel : {Channel::Folded, Channel::Toned, Channel::FoldedPair, Channel::TonedPair}) {
      const std::string prefix(schema::prefix(field, channel));
      for (auto term = db.allterms_begin(prefix), end = db.allterms_end(prefix); term != end; ++term) {
        if (given_up()) return {};
        if (term.get_termfreq() >= from) common.push_back({term.get_termfreq(), *term});
      }
    }
  }
  std::sort(common.begin(), common.end(),
            [](const CommonTerm& a, const CommonTerm& b) { return a.entries > b.entries; });
  return common;
}

}  // namespace

WarmUp::~WarmUp() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void WarmUp::begin(const std::shared_ptr<const Snapshot>& snapshot) {
  const std::lock_guard lock(mutex_);
  served_ = snapshot;
  ++states_;
  if (!thread_.joinable() && snapshot->columns.newest.size() >= rule_.common_from)
    thread_ = std::thread([this] { run(); });
  changed_.notify_all();
}

void WarmUp::run() {
  setpriority(PRIO_PROCESS, 0, kLowestPriority);  // of this thread alone, as Linux has it
  std::size_t looked_at = 0;
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [&] { return stopped_ || states_ > looked_at; });
    looked_at = states_;
    const auto is_over = [&, state = looked_at] { return stopped_ || states_ > state; };
    if (looked_at > 1) changed_.wait_for(lock, rule_.lasting, is_over);
    if (stopped_) return;
    if (is_over()) continue;
    const std::weak_ptr<const Snapshot> served = served_;
    lock.unlock();
    try {
      read_lists(served, [&] {
        const std::lock_guard looking(mutex_);
        return is_over();
      });
    } catch (const std::exception& error) {
      spdlog::debug("posting lists were not read ahead: {}", error.what());
    } catch (const Xapian::Error& error) {  // another state by now; searches tell where it is more than that
      spdlog::debug("posting lists were not read ahead: {}", error.get_msg());
    }
    lock.lock();
  }
}

void WarmUp::read_lists(const std::weak_ptr<const Snapshot>& served,
                        const std::function<bool()>& given_up) const {
  OpenShards shards(shards_);
  if (const Result<Unit> fresh = shards.refresh(); !fresh.ok()) return;
  if (std::any_of(shards.open().begin(), shards.open().end(), is_remote)) return;
  const auto is_served = [&](const auto& snapshot) {
    return snapshot != nullptr && snapshot->key == shards.key() && !given_up();
  };
  if (!is_served(served.lock())) return;
  const auto begun = std::chrono::steady_clock::now();
  const std::vector<CommonTerm> common = common_terms(shards.all(), rule_.common_from, given_up);
  for (const CommonTerm& term : common) {
    const std::shared_ptr<const Snapshot> snapshot = served.lock();
    if (!is_served(snapshot)) return;
    snapshot->postings->of(shards.all(), term.text);
  }
  if (given_up()) return;
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
  spdlog::info("posting lists of {} common terms read ahead in {:.1f} s", common.size(), took.count());
}

}  // namespace giaidap
