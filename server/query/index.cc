#include "server/query/index.h"

#include <sys/stat.h>

#include <exception>
#include <optional>
#include <utility>

#include "server/query/index_handle.h"
#include "server/query/session.h"

namespace giaidap {
namespace {

constexpr int kMostAttempts = 5;  // a busy writer may overtake a reader more than once

Error database_error(const std::string& what, const std::filesystem::path& path) {
  return {ErrorCode::Unavailable, "the index cannot be read: " + what, path.string()};
}

}  // namespace

Result<std::shared_ptr<IndexHandle>> open_index(const std::filesystem::path& db,
                                                const std::filesystem::path& vocabulary_dir) {
  Result<QueryTables> tables = QueryTables::load(vocabulary_dir);
  if (!tables.ok()) return tables.error();
  try {
    const Xapian::Database opened(db.string());
    if (Result<Unit> format = check_format(opened, db); !format.ok()) return format.error();
  } catch (const Xapian::Error& error) {
    return database_error(error.get_msg(), db);
  }
  return std::make_shared<IndexHandle>(db, std::move(tables).value());
}

namespace {

// Which files stand at the index's place, and in which state: a commit or another index there makes it
// differ.
struct State {
  dev_t device = 0;
  ino_t file = 0;
  timespec changed{};

  bool operator==(const State& other) const {
    return device == other.device && file == other.file && changed.tv_sec == other.changed.tv_sec &&
           changed.tv_nsec == other.changed.tv_nsec;
  }
};

// nullopt where nothing can be seen, or where it is a stub file, which does not tell of its shards' commits.
std::optional<State> state_of(const std::filesystem::path& db) {
  struct stat found {};
  if (::stat((db / "iamglass").c_str(), &found) != 0) return std::nullopt;
  return State{found.st_dev, found.st_ino, found.st_ctim};
}

}  // namespace

struct Searcher::Impl {
  std::shared_ptr<IndexHandle> handle;
  std::optional<Xapian::Database> db;
  std::optional<State> opened = std::nullopt;
  Workspace workspace = {};

  // Runs `work` on the newest state of the index; again where a writer has overtaken it.
  template <typename T, typename Work>
  Result<T> with_session(Work work) {
    std::string failure;
    for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
      try {
        refresh();
        const std::shared_ptr<const Snapshot> snapshot = handle->snapshot(*db);
        return work(Session(*db, *snapshot, handle->tables(), workspace));
      } catch (const Xapian::DatabaseModifiedError& error) {
        failure = error.get_msg();
      } catch (const Xapian::Error& error) {
        failure = error.get_msg();
        db.reset();
      } catch (const std::exception& error) {
        return Error{ErrorCode::Internal, error.what(), ""};
      }
    }
    return database_error(failure, handle->path());
  }

  // Xapian's reopen() takes another index at the same place for the old one where both count as many commits.
  // An index that is gone or of another format leaves the one that is open.
  void refresh() {
    const std::filesystem::path& path = handle->path();
    const std::optional<State> state = state_of(path);
    if (!db) {
      db.emplace(path.string());
    } else if (state && !(state == opened)) {
      Xapian::Database fresh(path.string());
      if (!check_format(fresh, path)) return;
      db = std::move(fresh);
    } else if (!state && std::filesystem::is_regular_file(path)) {
      db->reopen();
    }
    opened = state;
  }
};

Searcher::Searcher(std::shared_ptr<IndexHandle> handle)
    : impl_(std::make_unique<Impl>(Impl{std::move(handle), std::nullopt, std::nullopt})) {}
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

Result<std::vector<SearchHit>> Searcher::citing_digits(std::string_view number, int limit) {
  return impl_->with_session<std::vector<SearchHit>>(
      [&](const Session& s) { return s.citing_digits(number, limit); });
}

const QueryTables& Searcher::tables() const { return impl_->handle->tables(); }

Result<Searcher::Health> Searcher::health() {
  Result<Health> health = impl_->with_session<Health>([](const Session& s) { return s.health(); });
  if (health) health.value().reopenings = impl_->handle->reopenings();
  return health;
}

}  // namespace giaidap
