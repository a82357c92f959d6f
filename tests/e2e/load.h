// Clients that ask without a pause.
#pragma once

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "tests/e2e/server.h"

namespace giaidap::e2e {

struct Asked {
  long requests = 0;
  long failed = 0;            // not 200: what is asked for is there all the time
  std::string first_failure;  // the address and what came back
};

// Asks from its making until stop(). The server must outlive it.
class Load {
 public:
  // The addresses in turn, each client from another one on.
  Load(const Server& server, std::vector<std::string> addresses, std::size_t clients = 2);
  ~Load() { stop(); }
  Load(const Load&) = delete;
  Load& operator=(const Load&) = delete;

  Asked stop();

 private:
  void ask(std::size_t client);

  const Server& server_;
  const std::vector<std::string> addresses_;
  std::atomic<bool> done_ = false;
  std::vector<Asked> asked_;  // by client
  std::vector<std::thread> clients_;
};

}  // namespace giaidap::e2e
