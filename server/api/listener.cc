#include "server/api/listener.h"

#include <sys/socket.h>

#include "server/api/connection.h"
#include "server/api/request_head.h"

namespace giaidap {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kHeadDeadline{10'000};
constexpr milliseconds kGlance{100};  // how often a waiting thread looks whether the server stops

RequestHead next_head(Connection& connection, bool& client_gone) {
  const Connection::Head head = connection.read_head(kHeadDeadline);
  client_gone = head.bytes.empty() && !head.late;
  return head.late ? refused_head(408) : examine_head(head.bytes);
}

}  // namespace

void Listener::widen_queue() const { ::listen(svr_sock_, SOMAXCONN); }

CurrentRequest& Listener::current() {
  thread_local CurrentRequest request;
  return request;
}

bool Listener::process_and_close_socket(socket_t socket) {
  Connection connection(socket);
  for (std::size_t left = keep_alive_max_count_; left > 0; --left) {
    if (!wait_for_request(connection) || !serve_request(connection, left == 1)) break;
  }
  return true;
}

bool Listener::wait_for_request(const Connection& connection) const {
  const auto patience = milliseconds(1000 * keep_alive_timeout_sec_);
  for (milliseconds waited{0}; waited < patience && !is_stopping(); waited += kGlance) {
    if (connection.wait(kGlance)) return true;
  }
  return false;
}

// True where another request may follow.
bool Listener::serve_request(Connection& connection, bool is_last) {
  bool client_gone = false;
  const RequestHead head = next_head(connection, client_gone);
  if (client_gone) return false;
  current() = CurrentRequest{.refused = head.refused};
  connection.push_back(head.text);
  bool closed_by_client = false;
  const bool ends = is_last || head.ends_connection || is_stopping();
  const bool served = process_request(connection, ends, closed_by_client, [&](httplib::Request& request) {
    if (head.target) request.target = *head.target;
    request.ranges.clear();  // answers are small and sent whole; each of many ranges would be a copy
  });
  const bool sent = connection.flush();
  if (sent && head.ends_connection) connection.drain();
  return served && sent && !ends && !closed_by_client;
}

}  // namespace giaidap
