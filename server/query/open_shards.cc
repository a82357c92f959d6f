#include "server/query/open_shards.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "indexer/schema/unreadable.h"

namespace giaidap {
namespace {

// An index that an indexer has only begun: nothing was ever written into it.
bool is_untouched(const Xapian::Database& db) { return db.get_lastdocid() == 0; }

bool names(const Xapian::Error& failure, const ShardAddress& address) {
  return failure.get_context().find(address.name()) != std::string::npos;
}

}  // namespace

OpenShards::OpenShards(std::shared_ptr<ShardWatch> watch)
    : watch_(std::move(watch)), places_(watch_->addresses().size()) {
  static_cast<void>(refresh());  // what cannot be opened now is told when it is asked for
}

Result<Unit> OpenShards::refresh() {
  bool fresh = false;
  for (std::size_t shard = 0; shard < places_.size(); ++shard) {
    const ShardWatch::Status status = watch_->status(shard);
    const bool remote = watch_->addresses()[shard].is_remote();
    fresh = (remote ? refresh_remote(shard, status) : refresh_folder(shard, status)) || fresh;
  }
  if (fresh) put_together();
  if (open_.empty()) return Error{ErrorCode::Unavailable, failure_, watch_->addresses().front().name()};
  return Unit{};
}

OpenShards::Freshness OpenShards::freshness() const {
  Freshness worst = Freshness::Newest;
  for (std::size_t shard = 0; shard < places_.size(); ++shard) worst = std::max(worst, freshness(shard));
  return open_.empty() ? Freshness::Broken : worst;
}

OpenShards::Freshness OpenShards::freshness(std::size_t shard) const {
  const Place& place = places_[shard];
  const ShardAddress& address = watch_->addresses()[shard];
  const ShardWatch::Status status = watch_->status(shard);
  if (place.suspected) return Freshness::Broken;
  if (!place.db) return status.reachable ? Freshness::Behind : Freshness::Newest;
  if (!address.is_remote()) {
    const std::optional<FolderState> state = state_of(address.folder);
    return !state || state == place.opened ? Freshness::Newest : Freshness::Behind;
  }
  if (!status.reachable) return Freshness::Broken;
  return place.changes == status.changes ? Freshness::Newest : Freshness::Behind;
}

std::vector<OpenShards::Holds> OpenShards::holds() const {
  std::vector<Holds> held;
  for (const Place& place : places_) {
    held.push_back(!place.db ? Holds::Nothing : is_untouched(*place.db) ? Holds::NoEntries : Holds::Entries);
  }
  return held;
}

// Xapian's reopen() takes another index at the same place for the old one where both count as many commits,
// so that it is opened anew. An index that is gone, of another format or only begun leaves the one that is
// open.
bool OpenShards::refresh_folder(std::size_t shard, const ShardWatch::Status& status) {
  Place& place = places_[shard];
  if (!place.db) {
    if (!status.reachable) return false;
  } else if (!place.suspected) {
    const std::optional<FolderState> state = state_of(watch_->addresses()[shard].folder);
    if (!state || state == place.opened) return false;
  }
  return open_anew(shard);
}

bool OpenShards::refresh_remote(std::size_t shard, const ShardWatch::Status& status) {
  Place& place = places_[shard];
  if (!status.reachable) {
    const bool was_open = place.db.has_value();
    place.db.reset();
    return was_open;
  }
  if (!place.db) return open_anew(shard);
  if (place.changes == status.changes && !place.suspected) return false;
  try {
    place.db->reopen();
    place.key = state_key(*place.db);
    place.changes = status.changes;
    place.suspected = false;
    return true;
  } catch (const Xapian::Error&) {
    return open_anew(shard);
  }
}

bool OpenShards::open_anew(std::size_t shard) {
  Place& place = places_[shard];
  const ShardAddress& address = watch_->addresses()[shard];
  const bool had = place.db.has_value();
  try {
    // Asked before opening: what is committed in between is seen as a change then.
    const std::optional<FolderState> state = address.is_remote() ? std::nullopt : state_of(address.folder);
    const std::uint64_t changes = watch_->status(shard).changes;
    Xapian::Database fresh = open_shard(address);
    const Result<Unit> format = check_format(fresh, address.name());
    if (!format) throw Xapian::DatabaseVersionError(format.error().message);
    place.suspected = false;
    place.opened = state;
    if (place.db && is_untouched(fresh) && !is_untouched(*place.db)) return false;
    place.key = state_key(fresh);
    place.db = std::move(fresh);
    place.changes = changes;
    return true;
  } catch (const Xapian::Error& error) {
    failure_ = error.get_msg();
    if (had && !address.is_remote()) return false;
    watch_->lost(shard, failure_);
    place.db.reset();
    return had;
  }
}

void OpenShards::put_together() {
  open_.clear();
  all_ = Xapian::Database();
  key_.clear();
  for (std::size_t shard = 0; shard < places_.size(); ++shard) {
    if (!places_[shard].db) {
      key_ += "-;";
      continue;
    }
    open_.push_back({*places_[shard].db, watch_->addresses()[shard].is_remote()});
    all_.add_database(open_.back().db);
    key_ += places_[shard].key + ';';
  }
}

// A connection that was idle for long is closed by its server, which is no loss; one that hangs is.
void OpenShards::suspect(const Xapian::Error& failure) {
  const bool timeout = std::string_view(failure.get_type()) == "NetworkTimeoutError";
  for (std::size_t shard = 0; shard < places_.size(); ++shard) {
    const ShardAddress& address = watch_->addresses()[shard];
    places_[shard].suspected = true;
    if (!places_[shard].db || !address.is_remote()) continue;
    if (timeout && names(failure, address)) {
      watch_->lost(shard, failure.get_msg());
    } else {
      test_connection(shard);
    }
  }
}

void OpenShards::test_connection(std::size_t shard) {
  try {
    places_[shard].db->keep_alive();
  } catch (const Xapian::NetworkTimeoutError& hanging) {
    watch_->lost(shard, hanging.get_msg());
  } catch (const Xapian::Error&) {
    places_[shard].db.reset();
  }
}

}  // namespace giaidap
