// What clients may take of one server, where that is for its operator to say.
#pragma once

#include <cstddef>

namespace giaidap {

struct Limits {
  std::size_t connections = 1024;       // open at the same time
  std::size_t client_connections = 64;  // of one client; 0: no limit
  double client_rate = 0;               // requests a second of one client, on average over ten; 0: no limit
  bool behind_proxy = false;            // clients are who X-Forwarded-For says; connections are the proxy's
};

}  // namespace giaidap
