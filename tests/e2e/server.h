// A running giaidap-server and what it answers.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/e2e/child.h"

namespace giaidap::e2e {

using Parameters = std::vector<std::pair<std::string, std::string>>;

struct Reply {
  int status = 0;  // 0: no answer
  std::string type;
  std::string body;

  // null where the body is no JSON.
  [[nodiscard]] nlohmann::json json() const;
};

class Server {
 public:
  // Serves the index on a free port; throws where it does not come up.
  explicit Server(const std::string& db);
  // With further arguments, and under a limit of its shell where one is given: "ulimit -f 100".
  Server(const std::string& db, const std::vector<std::string>& arguments, const std::string& limit = "");

  // An address as it stands in a request line, encoded by the caller.
  [[nodiscard]] Reply get(const std::string& target) const;
  [[nodiscard]] nlohmann::json search(const Parameters& parameters) const;
  [[nodiscard]] nlohmann::json entry(std::string_view name) const;
  [[nodiscard]] nlohmann::json dispatch(std::string_view number) const;

  // As systemd stops it; the exit code.
  int stop();

  [[nodiscard]] int port() const { return port_; }
  [[nodiscard]] bool runs() { return !child_.ended(); }
  [[nodiscard]] long resident_kib() const;  // memory it holds

 private:
  Child child_;
  int port_ = 0;
};

std::string percent_encoded(std::string_view text);

// "/api/v1/search?q=..." with encoded values.
std::string address(std::string_view path, const Parameters& parameters);

// Values of one field of an array of objects.
std::vector<std::string> column(const nlohmann::json& rows, const char* field);

}  // namespace giaidap::e2e
