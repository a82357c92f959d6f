// The HTTP library's server with our way of reading requests from a connection.
#pragma once

#include <httplib.h>

#include <chrono>
#include <optional>
#include <string>

namespace giaidap {

// The request that this thread is at; a connection's thread serves one at a time.
struct CurrentRequest {
  std::chrono::steady_clock::time_point started = std::chrono::steady_clock::now();
  std::optional<int> refused;  // the status that answers it before anybody looks at the address
  std::string route = "none";
  std::string id{};
};

class Listener final : public httplib::Server {
 public:
  // The library queues five connections; bursts of more would wait a second to try again. After binding.
  void widen_queue() const;

  // Of the thread that a handler or logger runs on.
  static CurrentRequest& current();

 private:
  bool process_and_close_socket(socket_t socket) override;
  [[nodiscard]] bool is_stopping() const { return svr_sock_ == INVALID_SOCKET; }
  [[nodiscard]] bool wait_for_request(const class Connection& connection) const;
  bool serve_request(class Connection& connection, bool is_last);
};

}  // namespace giaidap
