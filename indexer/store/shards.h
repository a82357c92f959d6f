// Documents in order → databases side by side, each with a stretch of them, written by several threads.
// Xapian takes documents one after the other into one database; joined in order, the shards are what one
// database would have become, in a fraction of the time.
#pragma once

#include <xapian.h>

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "indexer/store/document_sink.h"

namespace giaidap {

class Shards : public DocumentSink {
 public:
  // The shards are folders below `folder`, which must be there. `expected_bytes` is about the sum of what
  // add() will be told; it decides how long a stretch is, so that no thread is left without work long before
  // the end.
  Shards(std::filesystem::path folder, unsigned workers, std::uint64_t expected_bytes);
  ~Shards() override;  // gives up what is not written yet; leaves the folders to the caller

  // Waits while kMostWaiting bytes wait to be written.
  void add(DocumentMaker make, std::size_t bytes) override;

  // The part of all that was added that has been written, 0 to 1.
  [[nodiscard]] double share_written() const;

  // Waits until all is written, and calls `meanwhile` now and then; the folders in order. Nothing may be
  // added any more.
  std::vector<std::filesystem::path> finish(const std::function<void()>& meanwhile);

 private:
  struct Waiting {
    DocumentMaker make;
    std::size_t bytes = 0;
  };
  struct Stretch {
    std::filesystem::path folder;
    std::uint64_t bytes_left = 0;  // that it may still take
    std::deque<Waiting> waiting;
    bool is_complete = false;
  };

  void begin_work();  // with the first document: before that, a file may yet be read by a child process
  void work();
  void write(Stretch& stretch);
  std::shared_ptr<Stretch> next_stretch();
  std::optional<Waiting> next_of(Stretch& stretch, std::size_t written);
  void open_stretch();
  [[nodiscard]] std::uint64_t stretch_bytes() const;
  void throw_failure() const;

  const std::filesystem::path folder_;
  const unsigned workers_;
  const std::uint64_t expected_;

  mutable std::mutex mutex_;  // of all that follows
  std::condition_variable came_, went_;
  std::vector<std::filesystem::path> folders_;
  std::shared_ptr<Stretch> last_;                   // the one that grows
  std::deque<std::shared_ptr<Stretch>> not_begun_;  // by a worker
  std::uint64_t added_ = 0, written_ = 0;           // bytes
  unsigned at_work_ = 0;                            // threads
  bool is_ending_ = false;
  std::exception_ptr failure_;

  std::vector<std::thread> threads_;
};

}  // namespace giaidap
