// A real server over the sample index on a free port, and a client for it.
#pragma once

#include <httplib.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>

namespace giaidap::test {

class SampleServer;

struct Got {
  int status = 0;
  std::string body;
  httplib::Headers headers;

  [[nodiscard]] nlohmann::json json() const { return nlohmann::json::parse(body); }
  [[nodiscard]] std::string header(const std::string& name) const;
};

// One server for the whole test program, started at the first use.
class RunningServer {
 public:
  static RunningServer& get();
  ~RunningServer();

  [[nodiscard]] int port() const;

  // An address as it stands in a request line: encoded by the caller.
  [[nodiscard]] Got ask(const std::string& target, const httplib::Headers& headers = {}) const;

  // Bytes sent as they are; all that comes back until the server closes or stays silent for a second.
  [[nodiscard]] std::string exchange(const std::string& bytes) const;

 private:
  RunningServer();
  std::unique_ptr<SampleServer> server_;
};

// Shorthands for tests.
inline Got ask(const std::string& target, const httplib::Headers& headers = {}) {
  return RunningServer::get().ask(target, headers);
}

}  // namespace giaidap::test
