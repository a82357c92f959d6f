#include "tests/api/running_server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "tests/api/sample_server.h"

namespace giaidap::test {
namespace {

constexpr unsigned kSearchers = 2;

std::unique_ptr<RunningServer> the_server;

// Ends it while all that it uses is there: what its threads made for themselves and keep until the program's
// end would go first otherwise.
class EndsWithTheTests : public testing::Environment {
  void TearDown() override { the_server.reset(); }
};
const auto* const kEndsWithTheTests = testing::AddGlobalTestEnvironment(new EndsWithTheTests);

}  // namespace

RunningServer& RunningServer::get() {
  if (!the_server) the_server.reset(new RunningServer);
  return *the_server;
}

RunningServer::RunningServer() : server_(std::make_unique<SampleServer>(kSearchers)) {}

RunningServer::~RunningServer() = default;

int RunningServer::port() const { return server_->port(); }

Got RunningServer::ask(const std::string& target, const httplib::Headers& headers) const {
  httplib::Client client("127.0.0.1", port());
  client.set_url_encode(false);
  const httplib::Result result = client.Get(target, headers);
  if (!result) {
    ADD_FAILURE() << target << ": " << httplib::to_string(result.error());
    return {};
  }
  return {result->status, result->body, result->headers};
}

std::string RunningServer::exchange(const std::string& bytes) const {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port()));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const timeval patience{1, 0};
  ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
  std::string answer;
  if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0) {
    ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    char buffer[4096];
    for (ssize_t got = 0; (got = ::recv(socket, buffer, sizeof(buffer), 0)) > 0;) {
      answer.append(buffer, static_cast<std::size_t>(got));
    }
  }
  ::close(socket);
  return answer;
}

std::string Got::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? "" : found->second;
}

}  // namespace giaidap::test
