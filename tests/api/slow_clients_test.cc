// Clients that take their time, many at once: the others are served as if they were not there.
#include <gmock/gmock.h>
#include <httplib.h>

#include <csignal>
#include <fstream>
#include <memory>
#include <thread>

#include "tests/api/program.h"
#include "tests/api/raw_client.h"

namespace giaidap::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

using Clients = std::vector<std::unique_ptr<RawClient>>;

class SlowClients : public ProgramTest {
 protected:
  SlowClients() : db_(sample()) {}

  // Starts the server with these further options.
  void start(std::vector<std::string> options = {}) {
    options.insert(options.begin(), {"--db", db_, "--port", "0", "--log-level", "off"});
    program_ = std::make_unique<Program>(options);
    port_ = port_of(program_->first_line());
  }
  [[nodiscard]] int status(const std::string& target, const httplib::Headers& headers = {}) const {
    httplib::Client client("127.0.0.1", port_);
    client.set_read_timeout(5, 0);
    const auto result = client.Get(target, headers);
    return result ? result->status : 0;
  }
  [[nodiscard]] std::string metrics() const {
    httplib::Client client("127.0.0.1", port_);
    const auto result = client.Get("/metrics");
    return result ? result->body : "";
  }
  void until_metrics_say(const std::string& text) const {
    std::string told;
    for (int left = 500; left > 0 && told.find(text) == std::string::npos; --left) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
      told = metrics();
    }
    EXPECT_THAT(told, HasSubstr(text));
  }

  std::string db_;
  std::unique_ptr<Program> program_;
  int port_ = 0;
};

const std::string kGet = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n";

TEST_F(SlowClients, HeadsAndBodiesThatDoNotEndHoldUpNobody) {
  start();
  Clients slow;
  for (std::uint32_t i = 0; i < 600; ++i) {
    slow.push_back(std::make_unique<RawClient>(port_, 2 + i % 20));
    if (i % 2 == 0) slow.back()->send(kGet);
    if (i % 2 == 1) slow.back()->send("POST /da-hoi HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nnoi");
  }
  until_metrics_say("giaidap_connections 601\n");
  for (int i = 0; i < 20; ++i) EXPECT_EQ(status("/?q=so+dinh+danh"), 200);
  slow.front()->send("Connection: close\r\n\r\n");
  EXPECT_THAT(slow.front()->rest(), StartsWith("HTTP/1.1 200")) << "and is answered in the end";
}

TEST_F(SlowClients, AnswersThatAreNotTakenHoldUpNobody) {
  start();
  Clients slow;
  for (std::uint32_t i = 0; i < 60; ++i) {
    slow.push_back(std::make_unique<RawClient>(port_, 2, 4096));
    for (int request = 0; request < 100; ++request) {
      slow.back()->send("GET /static/style.css HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }
  }
  for (int i = 0; i < 20; ++i) EXPECT_EQ(status("/?q=so+dinh+danh"), 200);
}

TEST_F(SlowClients, WhereAllConnectionsAreTakenTheSlowestGoes) {
  start({"--connections", "30"});
  Clients slow;
  for (std::uint32_t i = 0; i < 30; ++i) {
    slow.push_back(std::make_unique<RawClient>(port_, 2 + i % 5));
    slow.back()->send(kGet);
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(1200));
  for (int i = 0; i < 5; ++i) EXPECT_EQ(status("/healthz"), 200);
  EXPECT_THAT(metrics(), HasSubstr("giaidap_connections_turned_away_total{why=\"slow\"}"));
}

TEST_F(SlowClients, OneClientDoesNotTakeAllConnections) {
  start({"--client-connections", "10"});
  Clients greedy;
  for (int i = 0; i < 10; ++i) {
    greedy.push_back(std::make_unique<RawClient>(port_, 2));
    greedy.back()->send(kGet);
  }
  until_metrics_say("giaidap_connections 11\n");
  EXPECT_THAT(RawClient(port_, 2).rest(), StartsWith("HTTP/1.1 429")) << "one too many";
  EXPECT_EQ(status("/healthz"), 200) << "another client";
}

TEST_F(SlowClients, ARateIsForEachClientThatTheProxyNames) {
  start({"--client-rate", "0.5", "--behind-proxy"});
  const httplib::Headers one{{"X-Forwarded-For", "6.6.6.6, 10.0.0.1"}};
  const httplib::Headers other{{"X-Forwarded-For", "10.0.0.2"}};
  for (int i = 0; i < 5; ++i) EXPECT_EQ(status("/healthz", one), 200);
  EXPECT_EQ(status("/healthz", one), 429);
  EXPECT_EQ(status("/?q=a", {{"X-Forwarded-For", "7.7.7.7, 10.0.0.1"}}), 429) << "whatever it says of itself";
  EXPECT_EQ(status("/healthz", other), 200);
}

TEST_F(SlowClients, LateHeadsAreTold) {
  start();
  const RawClient late(port_);
  late.send(kGet);
  EXPECT_THAT(late.rest(), StartsWith("HTTP/1.1 408"));
}

TEST_F(SlowClients, BodiesAreAskedForWhereTheClientWaits) {
  start();
  const RawClient client(port_);
  client.send(
      "POST /da-hoi HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Type: "
      "application/x-www-form-urlencoded\r\nContent-Length: 16\r\n\r\n");
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  client.send("noi-dung=so+dinh");
  const std::string answers = client.rest();
  EXPECT_THAT(answers, StartsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200"));
}

TEST_F(SlowClients, TheyDoNotHoldUpAStop) {
  start();
  const RawClient head(port_), idle(port_), unread(port_, 2, 4096);
  head.send(kGet);
  for (int request = 0; request < 100; ++request) {
    unread.send("GET /static/style.css HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }
  EXPECT_EQ(status("/healthz"), 200);
  program_->signal(SIGTERM);
  EXPECT_EQ(program_->exit_code(), 0);
}

}  // namespace
}  // namespace giaidap::test
