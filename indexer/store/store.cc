#include "indexer/store/store.h"

#include <utility>

#include "indexer/schema/schema.h"
#include "indexer/store/database.h"
#include "indexer/store/document_sink.h"
#include "indexer/store/replacement.h"
#include "indexer/store/shards.h"
#include "indexer/store/source_writer.h"
#include "indexer/store/sources.h"
#include "indexer/text/numbers.h"

namespace giaidap {
namespace {

namespace filter = schema::filter;

// By id, else by number in any spelling. Entries have the term of the number too, but are no records.
std::vector<Dispatch> find_records(const Xapian::Database& database, std::string_view number_or_id) {
  std::vector<Dispatch> records =
      records_under(database, schema::term(filter::kDispatchRecord, number_or_id));
  const std::string key = number_key(number_or_id);
  if (records.empty() && !key.empty()) {
    records = records_under(database, schema::term(filter::kOwnNumber, key));
  }
  return records;
}

void forget_holders(Xapian::WritableDatabase& database, const Dispatch& record) {
  if (const auto source = read_source(database, record.file)) {
    const auto earlier = source->taken.find(record.id);
    if (earlier != source->taken.end()) forget_source(database, earlier->second);
  }
  forget_source(database, record.file);
}

// A file is large beside an index where it has a quarter of its entries; a row has about a kilobyte.
constexpr std::uint64_t kTypicalRowBytes = 1024;
constexpr std::uint64_t kPartOfIndex = 4;
// What is made beside the index gets ids behind its last one. Where there would be more ids than so many
// times the documents, a file is written into the index, by one thread, and gets those that are free.
constexpr std::uint64_t kMostIdsOfEach = 2;

// What is made of a large file beside the index.
struct Rebuilt {
  Rebuilt(const std::filesystem::path& dir, const Xapian::Database& live, const SourceState& source,
          unsigned workers, std::uint64_t bytes)
      : replacement(dir, live, source.file), shards(replacement.folder(), workers, bytes) {}

  Replacement replacement;
  Shards shards;
};

}  // namespace

// Changes of one file stand in a transaction, so that no commit, not even one that Xapian makes by itself to
// spare memory, publishes half of them. Within a transaction Xapian still moves postings to disk every so
// many documents, unpublished: memory stays bounded.
struct Store::Impl {
  std::filesystem::path dir;
  Building building;
  Xapian::WritableDatabase database;
  DirectSink sink{database};
  std::optional<Rebuilt> rebuilt = std::nullopt;  // while a large file is added
  std::optional<SourceWriter> writer = std::nullopt;

  [[nodiscard]] bool is_large(const SourceState& source, std::uint64_t bytes) const {
    const std::uint64_t rows = bytes / kTypicalRowBytes;
    return bytes >= building.least_bytes && rows >= database.get_doccount() / kPartOfIndex &&
           (Replacement::takes_all(database, source.file) || leaves_few_ids_free(rows)) &&
           Replacement::is_possible(dir);
  }
  [[nodiscard]] bool leaves_few_ids_free(std::uint64_t rows) const {
    return database.get_lastdocid() + rows <= kMostIdsOfEach * (database.get_doccount() + rows);
  }

  // Readers see the new index from here on. Nobody else gets the lock of the old one, which is let go last.
  void publish(const std::function<void()>& meanwhile) {
    rebuilt->replacement.publish(rebuilt->shards.finish(meanwhile));
    database = open_patiently(dir);
    sink.forget_free_ids();
    rebuilt.reset();
  }

  // The result of work(). Xapian takes back what was not committed where a change fails.
  template <typename Work>
  auto attempt(Work&& work) -> decltype(work()) {
    auto result = guarded(dir, std::forward<Work>(work));
    if (!result) sink.forget_free_ids();
    return result;
  }

  // Runs work in a transaction of its own. A failed one takes back all since the last commit.
  template <typename Work>
  auto change(Work&& work) -> Result<decltype(work())> {
    Result<decltype(work())> result = attempt([&]() -> Result<decltype(work())> {
      database.begin_transaction(false);
      auto done = work();
      database.commit_transaction();
      return done;
    });
    if (!result) cancel();
    return result;
  }

  // Nothing to cancel where it was the transaction's end that failed.
  void cancel() {
    sink.forget_free_ids();
    try {
      database.cancel_transaction();
    } catch (const Xapian::Error&) {
    }
  }
};

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::filesystem::path& dir, const Building& building) {
  Result<Xapian::WritableDatabase> database = open_for_writing(dir);
  if (!database) return database.error();
  Replacement::clear_remains(dir);
  return Store(std::unique_ptr<Impl>(new Impl{dir, building, std::move(database).value()}));
}

bool Store::has_source(const SourceState& source) const {
  const auto same = guarded(impl_->dir, [&]() -> Result<bool> {
    const auto known = read_source(impl_->database, source.file);
    return known && known->hash == source.hash;
  });
  return same && same.value();
}

Result<std::vector<Finding>> Store::put(const SourceState& source,
                                        const std::vector<ReadDispatch>& dispatches) {
  return impl_->change([&] {
    SourceWriter writer(impl_->database, impl_->sink, source);
    for (const ReadDispatch& read : dispatches) {
      writer.add_dispatch(read.dispatch);
      for (const Entry& entry : read.entries) writer.add_entry(entry, read.dispatch, read.dispatch.date);
    }
    return writer.finish();
  });
}

Result<Unit> Store::begin(const SourceState& source, std::uint64_t bytes) {
  return impl_->attempt([&]() -> Result<Unit> {
    if (!impl_->is_large(source, bytes)) {
      impl_->database.begin_transaction();
      impl_->writer.emplace(impl_->database, impl_->sink, source);
      return Unit{};
    }
    impl_->database.commit();
    impl_->rebuilt.emplace(impl_->dir, impl_->database, source, impl_->building.workers, bytes);
    impl_->writer.emplace(impl_->rebuilt->replacement.base(), impl_->rebuilt->shards, source);
    return Unit{};
  });
}

Result<Unit> Store::add_entry(const Entry& entry, const Dispatch& dispatch,
                              const std::optional<std::string>& date) {
  return impl_->attempt([&]() -> Result<Unit> {
    impl_->writer->add_entry(entry, dispatch, date);
    return Unit{};
  });
}

double Store::share_written() const { return impl_->rebuilt ? impl_->rebuilt->shards.share_written() : 1; }

Result<std::vector<Finding>> Store::finish(const std::function<void()>& meanwhile) {
  return impl_->attempt([&]() -> Result<std::vector<Finding>> {
    std::vector<Finding> findings = impl_->writer->finish();
    impl_->writer.reset();
    if (impl_->rebuilt) {
      impl_->publish(meanwhile);
    } else {
      impl_->database.commit_transaction();
    }
    return findings;
  });
}

void Store::abandon() {
  impl_->writer.reset();
  if (impl_->rebuilt) {
    impl_->rebuilt.reset();
  } else {
    impl_->cancel();
  }
}

Result<std::optional<int>> Store::remove(std::string_view number_or_id) {
  return impl_->change([&] {
    std::optional<int> removed;
    for (const Dispatch& record : find_records(impl_->database, number_or_id)) {
      forget_holders(impl_->database, record);
      removed = removed.value_or(0) + remove_dispatch(impl_->database, record.id);
    }
    if (removed) count_change(impl_->database);
    return removed;
  });
}

Result<Unit> Store::commit() {
  return impl_->attempt([&]() -> Result<Unit> {
    impl_->database.commit();
    return Unit{};
  });
}

}  // namespace giaidap
