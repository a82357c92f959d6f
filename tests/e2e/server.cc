#include "tests/e2e/server.h"

#include <httplib.h>

#include <cctype>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <thread>

namespace giaidap::e2e {
namespace {

constexpr int kStartSeconds = 60;
constexpr int kAnswerSeconds = 60;

// The port in "http://127.0.0.1:40123", a line that the program prints.
int wait_for_port(Child& child) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(kStartSeconds);
  while (std::chrono::steady_clock::now() < end && !child.ended()) {
    const std::string out = child.out();
    const std::size_t line = out.find("http://127.0.0.1:");
    const std::size_t line_end = out.find('\n', line);
    if (line != std::string::npos && line_end != std::string::npos)
      return std::stoi(out.substr(out.rfind(':', line_end) + 1));
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  throw std::runtime_error("the server did not start: " + child.err());
}

std::vector<std::string> command(const std::string& db, const std::vector<std::string>& arguments,
                                 const std::string& limit) {
  std::vector<std::string> words = {std::string(GIAIDAP_BUILD_DIR) + "/giaidap-server", "--db", db, "--port",
                                    "0"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  if (limit.empty()) return words;
  words.insert(words.begin(), {"/bin/sh", "-c", limit + "; exec \"$0\" \"$@\""});
  return words;
}

}  // namespace

nlohmann::json Reply::json() const {
  nlohmann::json parsed = nlohmann::json::parse(body, nullptr, false);
  return parsed.is_discarded() ? nlohmann::json(nullptr) : parsed;
}

Server::Server(const std::string& db) : Server(db, {}) {}

Server::Server(const std::string& db, const std::vector<std::string>& arguments, const std::string& limit)
    : child_(command(db, arguments, limit)), port_(wait_for_port(child_)) {}

long Server::resident_kib() const {
  const std::string status = read_text_file("/proc/" + std::to_string(child_.pid()) + "/status");
  constexpr std::string_view kName = "VmRSS:";
  const std::size_t at = status.find(kName);
  return at == std::string::npos ? 0 : std::strtol(status.c_str() + at + kName.size(), nullptr, 10);
}

Reply Server::get(const std::string& target) const {
  httplib::Client client("127.0.0.1", port_);
  client.set_url_encode(false);
  client.set_read_timeout(kAnswerSeconds, 0);
  const httplib::Result result = client.Get(target);
  if (!result) return {};
  return {result->status, result->get_header_value("Content-Type"), result->body};
}

nlohmann::json Server::search(const Parameters& parameters) const {
  return get(address("/api/v1/search", parameters)).json();
}

nlohmann::json Server::entry(std::string_view name) const {
  return get("/api/v1/entries/" + percent_encoded(name)).json();
}

nlohmann::json Server::dispatch(std::string_view number) const {
  return get("/api/v1/dispatches/" + percent_encoded(number)).json();
}

int Server::stop() {
  child_.send(SIGTERM);
  return child_.wait().exit_code;
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0) {
      result += c;
    } else {
      result += {'%', kHex[byte >> 4U], kHex[byte & 15U]};
    }
  }
  return result;
}

std::string address(std::string_view path, const Parameters& parameters) {
  std::string result(path);
  char separator = '?';
  for (const auto& [name, value] : parameters) {
    result += separator + name + '=' + percent_encoded(value);
    separator = '&';
  }
  return result;
}

std::vector<std::string> column(const nlohmann::json& rows, const char* field) {
  std::vector<std::string> values;
  for (const auto& row : rows) {
    const auto& value = row.at(field);
    values.push_back(value.is_string() ? value.get<std::string>() : value.dump());
  }
  return values;
}

}  // namespace giaidap::e2e
