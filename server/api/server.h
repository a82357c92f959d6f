// The HTTP server: sockets, limits, headers that every answer has, log and metrics. What is answered is in
// routes.h.
#pragma once

#include <memory>
#include <string>

#include "indexer/base/result.h"
#include "server/api/app.h"
#include "server/api/limits.h"

namespace giaidap {

class HttpServer {
 public:
  // searching: requests at work at the same time that may search, as many as the app has searchers.
  HttpServer(const std::shared_ptr<App>& app, const Limits& limits, std::size_t searching);
  ~HttpServer();

  // Takes the port, 0 for any free one; gives the port taken. Error where it cannot be had.
  Result<int> bind(const std::string& host, int port);

  // Serves until stop(); then finishes the requests in flight and returns.
  void run();

  // From any thread.
  void stop();

  // From any thread: answers requests that come from now on by another app, with the same counters, and
  // within these limits.
  void replace(std::shared_ptr<App> app, const Limits& limits);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace giaidap
