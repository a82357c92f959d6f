// A connection as the reception knows it: whose it is, and what it waits for.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "server/api/client.h"
#include "server/api/connection.h"
#include "server/api/request_head.h"

namespace giaidap {

struct Guest {
  using Clock = std::chrono::steady_clock;

  enum class Phase {
    Idle,      // nothing of a request has come
    Asking,    // some of it has
    Served,    // a worker has it
    Answered,  // the client takes the answer
    Leaving    // the answer is taken; what still comes is thrown away
  };

  Guest(socket_t socket, ClientKey key) : connection(socket), peer(std::move(key)) {}

  Connection connection;
  ClientKey peer;
  Phase phase = Phase::Idle;
  Clock::time_point since = Clock::now();  // in this phase
  std::optional<RequestHead> head{};       // of the request that is coming, when it has come whole
  std::size_t examined = 0;                // bytes that came and were no whole head yet
  bool told_to_continue = false;
  std::size_t requests = 0;  // so far
  // What the worker decided.
  bool gone = false;
  bool ends = false;
  bool leaves = false;  // ends, and the client may still be sending
};

// A request that has come whole, for a worker. The guest is its own until it is given back.
struct WholeRequest {
  Guest* guest = nullptr;
  RequestHead head;
  Guest::Clock::time_point came{};
};

}  // namespace giaidap
