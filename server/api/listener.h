// The HTTP library's server with our way of reading requests from a connection.
#pragma once

#include <httplib.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "server/api/reception.h"

namespace giaidap {

// The request that this thread is at; a worker serves one at a time.
struct CurrentRequest {
  std::chrono::steady_clock::time_point started = std::chrono::steady_clock::now();
  std::optional<int> refused{};  // the status that answers it before anybody looks at the address
  // As they came or can be told, for the log: the library is given others of heads that are refused.
  std::string method = "-";
  std::string target = "-";
  std::string route = "none";
  std::string id{};
};

class Listener final : public httplib::Server {
 public:
  // searching: requests at work at the same time that may search. metrics must outlive it.
  Listener(const Limits& limits, std::size_t searching, Reception::WorkOf work_of, Metrics& metrics);

  // The library queues five connections; bursts of more would wait a second to try again. After binding.
  void widen_queue() const;

  void set_limits(const Limits& limits) { reception_.set_limits(limits); }

  // Of the thread that a handler or logger runs on.
  static CurrentRequest& current();

 private:
  class Workers;

  bool process_and_close_socket(socket_t socket) override;
  void work(Work work);
  void serve_or_give_up(WholeRequest request);
  void serve(WholeRequest request);

  std::size_t searching_;
  Reception reception_;
};

}  // namespace giaidap
