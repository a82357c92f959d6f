#include "indexer/store/shards.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <utility>

namespace giaidap {
namespace {

constexpr std::uint64_t kMostWaiting = 96U << 20U;           // bytes; bounds the memory of a run
constexpr std::uint64_t kFewWaiting = kMostWaiting / 8 * 7;  // from here on more is taken again
// Shorter stretches leave posting lists in small pieces, and many of them take long to be joined.
constexpr std::uint64_t kLeastStretch = 4U << 20U;
constexpr std::uint64_t kMostStretches = 128;
constexpr std::uint64_t kTurns = 2;               // stretches a thread for what is left, each time
constexpr std::chrono::milliseconds kPause{100};  // between two calls of finish()'s meanwhile

// Nobody reads a shard before it is whole, and a broken run throws it away.
constexpr int kFlags =
    Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;
// Each batch of documents changes nearly all blocks of posting lists: large ones take fewer calls.
constexpr int kBlockBytes = 32768;

}  // namespace

Shards::Shards(std::filesystem::path folder, unsigned workers, std::uint64_t expected_bytes)
    : folder_(std::move(folder)), workers_(std::max(workers, 1U)), expected_(expected_bytes) {}

Shards::~Shards() {
  {
    const std::lock_guard lock(mutex_);
    is_ending_ = true;
    not_begun_.clear();
    if (last_) last_->is_complete = true;
    if (!failure_) failure_ = std::make_exception_ptr(Xapian::DatabaseClosedError("given up"));
  }
  came_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void Shards::add(DocumentMaker make, std::size_t bytes) {
  std::unique_lock lock(mutex_);
  if (added_ - written_ >= kMostWaiting)
    went_.wait(lock, [this] { return failure_ != nullptr || added_ - written_ <= kFewWaiting; });
  throw_failure();
  if (threads_.empty()) begin_work();
  if (!last_ || last_->bytes_left == 0) open_stretch();
  last_->waiting.push_back({std::move(make), bytes});
  last_->bytes_left -= std::min<std::uint64_t>(last_->bytes_left, bytes);
  added_ += bytes;
  lock.unlock();
  came_.notify_all();
}

double Shards::share_written() const {
  const std::lock_guard lock(mutex_);
  return added_ == 0 ? 0 : static_cast<double>(written_) / static_cast<double>(added_);
}

std::vector<std::filesystem::path> Shards::finish(const std::function<void()>& meanwhile) {
  std::unique_lock lock(mutex_);
  is_ending_ = true;
  if (last_) last_->is_complete = true;
  came_.notify_all();
  while (!went_.wait_for(lock, kPause, [this] { return at_work_ == 0; })) {
    lock.unlock();
    if (meanwhile) meanwhile();
    lock.lock();
  }
  throw_failure();
  return folders_;
}

void Shards::begin_work() {
  at_work_ = workers_;
  for (unsigned i = 0; i < workers_; ++i) threads_.emplace_back([this] { work(); });
}

void Shards::work() {
  try {
    while (const std::shared_ptr<Stretch> stretch = next_stretch()) write(*stretch);
  } catch (...) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::current_exception();
  }
  {
    const std::lock_guard lock(mutex_);
    --at_work_;
  }
  came_.notify_all();
  went_.notify_all();
}

void Shards::write(Stretch& stretch) {
  Xapian::WritableDatabase shard(stretch.folder.string(), kFlags, kBlockBytes);
  std::size_t written = 0;
  while (const std::optional<Waiting> next = next_of(stretch, written)) {
    shard.add_document(next->make());
    written = next->bytes;
  }
  shard.commit();
}

std::shared_ptr<Shards::Stretch> Shards::next_stretch() {
  std::unique_lock lock(mutex_);
  came_.wait(lock, [this] { return is_ending_ || failure_ != nullptr || !not_begun_.empty(); });
  if (failure_ != nullptr || not_begun_.empty()) return nullptr;
  std::shared_ptr<Stretch> stretch = std::move(not_begun_.front());
  not_begun_.pop_front();
  return stretch;
}

// `written` is what the caller has finished with.
std::optional<Shards::Waiting> Shards::next_of(Stretch& stretch, std::size_t written) {
  std::unique_lock lock(mutex_);
  written_ += written;
  if (added_ - written_ <= kFewWaiting) went_.notify_all();
  came_.wait(lock, [&] { return failure_ != nullptr || stretch.is_complete || !stretch.waiting.empty(); });
  if (failure_ != nullptr || stretch.waiting.empty()) return std::nullopt;
  Waiting next = std::move(stretch.waiting.front());
  stretch.waiting.pop_front();
  return next;
}

void Shards::open_stretch() {
  if (last_) last_->is_complete = true;
  last_ = std::make_shared<Stretch>();
  last_->folder = folder_ / std::to_string(folders_.size());
  last_->bytes_left = stretch_bytes();
  folders_.push_back(last_->folder);
  not_begun_.push_back(last_);
}

// Long at first, for long posting lists, and shorter towards the end. While one stretch waits for its thread
// those of the others must fit into what may wait.
std::uint64_t Shards::stretch_bytes() const {
  const std::uint64_t left = expected_ - std::min(expected_, added_);
  const std::uint64_t least = std::max(kLeastStretch, expected_ / kMostStretches);
  return std::clamp(left / (kTurns * workers_), least, std::max(least, kMostWaiting / workers_));
}

void Shards::throw_failure() const {
  if (failure_) std::rethrow_exception(failure_);
}

}  // namespace giaidap
