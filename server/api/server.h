// The HTTP server: sockets, limits, headers that every answer has, log and metrics. What is answered is in
// routes.h.
#pragma once

#include <memory>
#include <string>

#include "indexer/base/result.h"
#include "server/api/app.h"

namespace giaidap {

class HttpServer {
 public:
  explicit HttpServer(std::shared_ptr<App> app);
  ~HttpServer();

  // Takes the port, 0 for any free one; gives the port taken. Error where it cannot be had.
  Result<int> bind(const std::string& host, int port);

  // Serves until stop(); then finishes the requests in flight and returns.
  void run();

  // From any thread.
  void stop();

  // From any thread: answers requests that come from now on by another app, with the same counters.
  void replace(std::shared_ptr<App> app);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace giaidap
