#include "server/query/index.h"

#include <exception>
#include <optional>
#include <string>
#include <utility>

#include "indexer/schema/unreadable.h"
#include "server/query/index_handle.h"
#include "server/query/open_shards.h"
#include "server/query/session.h"
#include "server/query/shard_address.h"

namespace giaidap {
namespace {

constexpr int kMostAttempts = 20;  // a busy writer may overtake a slow reader again and again

Error database_error(const Xapian::Error& error, const std::string& place) {
  return unreadable(error, place)
      .value_or(Error{ErrorCode::Unavailable, "the index cannot be read: " + detail_of(error), place});
}

// Each shard that can be reached must be an index of ours; one of them must be there.
Result<Unit> try_shards(const std::vector<ShardAddress>& addresses) {
  std::optional<Error> failure;
  std::size_t lost = 0;
  for (const ShardAddress& address : addresses) {
    try {
      const Xapian::Database opened = open_shard(address);
      if (Result<Unit> format = check_format(opened, address.name()); !format.ok()) return format;
    } catch (const Xapian::Error& error) {
      ++lost;
      failure = database_error(error, address.name());
    }
  }
  if (lost == addresses.size()) return *failure;
  return Unit{};
}

}  // namespace

Result<std::shared_ptr<IndexHandle>> open_index(const std::filesystem::path& db,
                                                const std::filesystem::path& vocabulary_dir) {
  Result<QueryTables> tables = QueryTables::load(vocabulary_dir);
  if (!tables.ok()) return tables.error();
  Result<std::vector<ShardAddress>> addresses = read_shards(db);
  if (!addresses.ok()) return addresses.error();
  if (const Result<Unit> tried = try_shards(addresses.value()); !tried.ok()) return tried.error();
  return std::make_shared<IndexHandle>(db, std::make_shared<ShardWatch>(std::move(addresses).value()),
                                       std::move(tables).value());
}

struct Searcher::Impl {
  explicit Impl(const std::shared_ptr<IndexHandle>& shared)
      : handle(shared), worker(shared->enrol()), shards(shared->shards()) {}

  std::shared_ptr<IndexHandle> handle;
  std::size_t worker;
  OpenShards shards;
  Workspace workspace = {};

  // Runs `work` on the newest state of the index; again where a writer has overtaken it, or without a shard
  // that failed.
  template <typename T, typename Work>
  Result<T> with_session(Work work) {
    std::optional<Error> failure;
    for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
      try {
        const Result<std::shared_ptr<const Snapshot>> snapshot = handle->snapshot(worker, shards);
        if (!snapshot.ok()) return snapshot.error();
        return work(
            Session({shards.all(), *snapshot.value(), handle->tables(), workspace, shards.is_partial()}));
      } catch (const Xapian::Error& error) {
        failure = database_error(error, handle->path().string());
        shards.suspect(error);
      } catch (const std::exception& error) {
        return Error{ErrorCode::Internal, error.what(), ""};
      }
    }
    return *failure;
  }
};

Searcher::Searcher(const std::shared_ptr<IndexHandle>& handle) : impl_(std::make_unique<Impl>(handle)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Result<SearchResponse> Searcher::search(const SearchRequest& request) {
  return impl_->with_session<SearchResponse>([&](const Session& s) { return s.search(request); });
}

Result<std::vector<Completion>> Searcher::complete(std::string_view typed, std::size_t limit) {
  return impl_->with_session<std::vector<Completion>>(
      [&](const Session& s) { return s.complete(typed, limit); });
}

Result<SearchHit> Searcher::entry(std::string_view name) {
  return impl_->with_session<SearchHit>([&](const Session& s) { return s.entry(name); });
}

Result<std::vector<AskedPart>> Searcher::asked_before(std::string_view letter) {
  return impl_->with_session<std::vector<AskedPart>>(
      [&](const Session& s) { return s.asked_before(letter); });
}

Result<std::vector<SearchHit>> Searcher::related(const Entry& entry, int limit) {
  return impl_->with_session<std::vector<SearchHit>>(
      [&](const Session& s) { return s.related(entry, limit); });
}

Result<std::vector<SearchHit>> Searcher::other_answers(const Entry& entry) {
  return impl_->with_session<std::vector<SearchHit>>(
      [&](const Session& s) { return s.other_answers(entry); });
}

Result<std::vector<Searcher::Listed>> Searcher::dispatches() {
  return impl_->with_session<std::vector<Listed>>([](const Session& s) { return s.dispatches(); });
}

Result<Searcher::Listed> Searcher::dispatch(std::string_view number) {
  return impl_->with_session<Listed>([&](const Session& s) { return s.dispatch(number); });
}

Result<std::vector<Entry>> Searcher::entries_of(std::string_view dispatch_id, int offset, int limit) {
  return impl_->with_session<std::vector<Entry>>(
      [&](const Session& s) { return s.entries_of(dispatch_id, offset, limit); });
}

Result<std::vector<std::string>> Searcher::items_of(std::string_view dispatch_id, int limit) {
  return impl_->with_session<std::vector<std::string>>(
      [&](const Session& s) { return s.items_of(dispatch_id, limit); });
}

Result<std::vector<SearchHit>> Searcher::citing_digits(std::string_view number, int limit) {
  return impl_->with_session<std::vector<SearchHit>>(
      [&](const Session& s) { return s.citing_digits(number, limit); });
}

std::uintmax_t Searcher::bytes() const {
  std::uintmax_t bytes = 0;
  for (const ShardAddress& shard : impl_->handle->shards()->addresses()) bytes += bytes_of(shard).value_or(0);
  return bytes;
}

const QueryTables& Searcher::tables() const { return impl_->handle->tables(); }

Result<Searcher::Health> Searcher::health() {
  Result<Health> health = impl_->with_session<Health>([](const Session& s) { return s.health(); });
  if (health) health.value().reopenings = impl_->handle->reopenings();
  return health;
}

Result<Searcher::Health> Searcher::health_as_read() {
  return impl_->with_session<Health>([](const Session& s) { return s.health_as_read(); });
}

}  // namespace giaidap
