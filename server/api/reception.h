// Where connections wait: until a request has come whole, and until its answer is taken. One thread looks
// after all of them and never waits for one, so that slow clients cost no worker and hold up nobody.
#pragma once

#include <array>
#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <thread>
#include <vector>

#include "server/api/connection_counts.h"
#include "server/api/fair_queue.h"
#include "server/api/guest.h"
#include "server/api/limits.h"
#include "server/api/metrics.h"
#include "server/api/request_rates.h"
#include "server/api/work.h"

namespace giaidap {

// A connection stays open so long without a request.
inline constexpr int kIdleSeconds = 15;

class Reception {
 public:
  // What an address (path and query) asks of us.
  using WorkOf = std::function<Work(std::string_view target)>;

  // metrics must outlive it.
  Reception(const Limits& limits, WorkOf work_of, Metrics& metrics);
  ~Reception();
  Reception(const Reception&) = delete;
  Reception& operator=(const Reception&) = delete;

  // From any thread, as are all that follow. Takes the socket over.
  void welcome(socket_t socket);
  void set_limits(const Limits& limits);

  // The next request for such work, clients in turns; waits for one. nullopt after stop(). Refused ones are
  // light work.
  std::optional<WholeRequest> take(Work work) { return queue(work).take(); }
  // When it is answered; the guest says what is to come of the connection.
  void give_back(Guest* guest);

  [[nodiscard]] bool is_stopping() const { return stopping_; }
  // Sees requests that came whole to their end, closes all else, and returns.
  void stop();

 private:
  using Clock = Guest::Clock;
  using Guests = std::map<socket_t, std::unique_ptr<Guest>>;

  FairQueue<WholeRequest>& queue(Work work) { return queues_.at(static_cast<std::size_t>(work)); }
  void run();
  void take_in();
  void admit(socket_t socket);
  void on_event(Guest& guest);
  void advance(Guest& guest, bool client_listens);
  void hand_over(Guest& guest, RequestHead head);
  void on_returned(Guest& guest);
  void see_off(Guest& guest);
  void look_at_clock();
  void on_late(Guest& guest);
  bool make_room();
  void watch(const Guest& guest, bool for_writing) const;
  static void set_phase(Guest& guest, Guest::Phase phase);
  void close(Guest& guest);
  void wake() const;
  [[nodiscard]] bool is_done() const;
  [[nodiscard]] Limits limits() const;

  Metrics& metrics_;
  const WorkOf work_of_;
  int epoll_;
  int wake_;
  std::array<FairQueue<WholeRequest>, kKindsOfWork> queues_;

  mutable std::mutex mutex_;  // for what other threads bring
  Limits limits_;
  std::vector<socket_t> arrived_;
  std::vector<Guest*> returned_;
  std::atomic<bool> stopping_ = false;

  // Of the one thread.
  Guests guests_;
  ConnectionCounts connections_;
  RequestRates rates_;
  Clock::time_point looked_at_clock_{};
  std::thread thread_;
};

}  // namespace giaidap
