// Values that cost something to make, kept for the next who ask for them while there is room: those asked for
// last. Once it is full only each fourth newcomer comes in, so that a stream of values that nobody asks for
// again does not drive out those that are asked for often.
#pragma once

#include <cstddef>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>
#include <vector>

namespace giaidap {

// Thread-safe. Values are immutable and live on with those who hold them.
template <typename Key, typename Value>
class BoundedCache {
 public:
  // left_out(key, value), where there is such a function, is told what is turned away or dropped.
  using LeftOut = std::function<void(const Key&, const Value&)>;
  explicit BoundedCache(std::size_t most_bytes, LeftOut left_out = {})
      : most_bytes_(most_bytes), left_out_(std::move(left_out)) {}

  // A value with the memory that it takes.
  struct Made {
    std::shared_ptr<const Value> value;
    std::size_t bytes = 0;
  };

  // What is kept, else what make() gives: a Made, without a value where there is none.
  template <typename Make>
  std::shared_ptr<const Value> get(const Key& key, Make make) {
    if (auto known = find(key)) return known;
    Made made = make();
    return made.value == nullptr ? nullptr : keep(key, std::move(made.value), made.bytes);
  }

  // nullptr where it is not kept.
  std::shared_ptr<const Value> find(const Key& key) {
    const std::lock_guard lock(mutex_);
    const auto found = kept_.find(key);
    if (found == kept_.end()) return nullptr;
    turns_.splice(turns_.begin(), turns_, found->second.turn);
    return found->second.value;
  }

  // Gives back what is kept, another's where that came first; the value itself where it does not come in.
  // `bytes`: of the value; what the cache itself needs for it comes on top.
  std::shared_ptr<const Value> keep(const Key& key, std::shared_ptr<const Value> value, std::size_t bytes) {
    std::vector<Dropped> dropped;
    auto kept = keep(key, std::move(value), bytes + kOfEach, dropped);
    if (left_out_) {
      for (const auto& [left, one] : dropped) left_out_(left, *one);
    }
    return kept;
  }

 private:
  static constexpr std::size_t kOfEach = 200;
  static constexpr std::size_t kLetIn = 4;

  using Dropped = std::pair<Key, std::shared_ptr<const Value>>;
  struct Kept {
    std::shared_ptr<const Value> value;
    std::size_t bytes = 0;
    typename std::list<const Key*>::iterator turn;
  };

  std::shared_ptr<const Value> keep(const Key& key, std::shared_ptr<const Value> value, std::size_t bytes,
                                    std::vector<Dropped>& dropped) {
    const std::lock_guard lock(mutex_);
    if (const auto known = kept_.find(key); known != kept_.end()) return known->second.value;
    const bool is_full = bytes_ + bytes > most_bytes_;
    if (bytes > most_bytes_ || (is_full && ++newcomers_ % kLetIn != 0)) {
      dropped.emplace_back(key, value);
      return value;
    }
    const auto place = kept_.try_emplace(key).first;
    while (bytes_ + bytes > most_bytes_) dropped.push_back(drop_oldest());
    turns_.push_front(&place->first);
    place->second = {std::move(value), bytes, turns_.begin()};
    bytes_ += bytes;
    return place->second.value;
  }

  Dropped drop_oldest() {
    const auto oldest = kept_.find(*turns_.back());
    Dropped dropped{oldest->first, std::move(oldest->second.value)};
    bytes_ -= oldest->second.bytes;
    turns_.pop_back();
    kept_.erase(oldest);
    return dropped;
  }

  std::size_t most_bytes_;
  LeftOut left_out_;
  std::mutex mutex_;
  std::unordered_map<Key, Kept> kept_;
  std::list<const Key*> turns_;  // keys of kept_, what was asked for last in front
  std::size_t bytes_ = 0;
  std::size_t newcomers_ = 0;  // since it was full
};

}  // namespace giaidap
