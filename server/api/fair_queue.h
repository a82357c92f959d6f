// Work of many clients in turns: who brings much waits longer, and nobody waits for the whole of another's.
#pragma once

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace giaidap {

// Thread-safe.
template <typename T>
class FairQueue {
 public:
  void put(const std::string& client, T thing) {
    {
      const std::lock_guard lock(mutex_);
      std::deque<T>& own = waiting_[client];
      if (own.empty()) turns_.push_back(client);
      own.push_back(std::move(thing));
    }
    came_.notify_one();
  }

  // The next of the client whose turn it is; waits for one. nullopt when closed and empty.
  std::optional<T> take() {
    std::unique_lock lock(mutex_);
    came_.wait(lock, [this] { return !turns_.empty() || closed_; });
    if (turns_.empty()) return std::nullopt;
    const auto own = waiting_.find(turns_.front());
    T thing = std::move(own->second.front());
    own->second.pop_front();
    if (own->second.empty()) {
      waiting_.erase(own);
    } else {
      turns_.push_back(turns_.front());
    }
    turns_.pop_front();
    return thing;
  }

  void close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    came_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable came_;
  std::map<std::string, std::deque<T>> waiting_;  // no empty ones
  std::deque<std::string> turns_;                 // each client of waiting_ once
  bool closed_ = false;
};

}  // namespace giaidap
