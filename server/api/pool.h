// Things that serve one thread at a time, lent to whoever needs one now.
#pragma once

#include <condition_variable>
#include <mutex>
#include <utility>
#include <vector>

namespace giaidap {

// Fixed in size. borrow() waits until one is free; the Lease gives it back. Thread-safe; must outlive its
// leases.
template <typename T>
class Pool {
 public:
  class Lease {
   public:
    Lease(Pool& pool, T* thing) : pool_(pool), thing_(thing) {}
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease() { pool_.give_back(thing_); }
    T& operator*() const { return *thing_; }
    T* operator->() const { return thing_; }

   private:
    Pool& pool_;
    T* thing_;
  };

  explicit Pool(std::vector<T> things) : things_(std::move(things)) {
    for (T& thing : things_) free_.push_back(&thing);
  }

  [[nodiscard]] Lease borrow() {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [this] { return !free_.empty(); });
    T* const thing = free_.back();  // the one used last: its caches are warm
    free_.pop_back();
    return Lease(*this, thing);
  }

 private:
  void give_back(T* thing) {
    {
      const std::lock_guard lock(mutex_);
      free_.push_back(thing);
    }
    returned_.notify_one();
  }

  std::vector<T> things_;
  std::vector<T*> free_;
  std::mutex mutex_;
  std::condition_variable returned_;
};

}  // namespace giaidap
