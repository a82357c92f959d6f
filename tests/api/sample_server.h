// A server over a sample index of its own, whose parts a test may take.
#pragma once

#include <filesystem>
#include <memory>
#include <thread>

#include "server/api/server.h"

namespace giaidap::test {

class SampleServer {
 public:
  // Serves until it ends.
  explicit SampleServer(unsigned searchers);
  SampleServer(const SampleServer&) = delete;
  SampleServer& operator=(const SampleServer&) = delete;
  ~SampleServer();

  [[nodiscard]] int port() const { return port_; }
  [[nodiscard]] App& app() const { return *app_; }

 private:
  std::filesystem::path folder_;
  std::shared_ptr<App> app_;
  HttpServer server_;
  int port_;
  std::thread thread_;
};

}  // namespace giaidap::test
