// The program as it is started and stopped: exit codes, messages, signals.
#include <gmock/gmock.h>
#include <httplib.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/api/program.h"

namespace giaidap::test {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST_F(ProgramTest, ServesAndStopsOnSignals) {
  const std::string db = sample();
  for (const int number : {SIGTERM, SIGINT}) {
    Program program({"--db", db, "--port", "0"});
    const std::string address = program.first_line();
    ASSERT_THAT(address, StartsWith("http://127.0.0.1:"));
    {
      httplib::Client client("127.0.0.1", port_of(address));
      const auto result = client.Get("/muc/a%0Ab");
      ASSERT_TRUE(result);
      EXPECT_EQ(result->status, 404);
    }
    program.signal(number);
    EXPECT_EQ(program.exit_code(), 0);
    EXPECT_THAT(program.errors(), HasSubstr("GET /muc/a%0Ab 404 ")) << "the request log";
  }
}

TEST_F(ProgramTest, IdleConnectionsDoNotHoldItUp) {
  const std::string db = sample();
  Program program({"--db", db, "--port", "0"});
  httplib::Client client("127.0.0.1", port_of(program.first_line()));
  client.set_keep_alive(true);
  ASSERT_TRUE(client.Get("/healthz"));
  program.signal(SIGTERM);
  EXPECT_EQ(program.exit_code(), 0);
}

TEST_F(ProgramTest, ATakenPortIsAnError) {
  const std::string db = sample();
  Program first({"--db", db, "--port", "0"});
  const std::string port = std::to_string(port_of(first.first_line()));
  Program second({"--db", db, "--port", port});
  EXPECT_EQ(second.exit_code(), 2);
  EXPECT_THAT(second.errors(), HasSubstr("127.0.0.1:" + port + ": cannot listen"));
}

TEST_F(ProgramTest, WhatCannotBeUsedIsSaidInOneLine) {
  const std::string db = sample();
  const fs::path foreign = dir_ / "foreign";
  fs::create_directories(foreign);
  std::ofstream(foreign / "iamglass") << "nonsense";
  const fs::path empty = dir_ / "empty";
  fs::create_directories(empty);
  struct Case {
    std::vector<std::string> arguments;
    std::string says;
    const char* why;
  };
  const Case cases[] = {
      {{}, "--db", "no database named"},
      {{"--db", (dir_ / "nowhere").string()}, "nowhere", "no such database"},
      {{"--db", foreign.string()}, "foreign", "no database of ours"},
      {{"--db", db, "--colour", "blue"}, "--colour", "no such option"},
      {{"--db", db, "--port", "70000"}, "--port", "no such port"},
      {{"--db", db, "--port", "http"}, "--port", "no number"},
      {{"--db", db, "--threads", "0"}, "--threads", "nobody to search"},
      {{"--db", db, "--web", empty.string()}, empty.string(), "no web folder"},
      {{"--db", db, "--vocabulary", empty.string()}, empty.string(), "no vocabulary"},
      {{"--db", db, "--port", "0", "--host", "not a host"}, "not a host", "no such address"},
      {{"--config", (dir_ / "nowhere.conf").string()}, "nowhere.conf", "no such configuration"},
      {{"--db", db, "--desk-token", "short"}, "--desk-token", "a short token"},
      {{"--db", db, "--desk-token-file", (dir_ / "nowhere").string()}, "nowhere", "no such token file"},
      {{"--db", db, "--log-file", (dir_ / "nowhere" / "log" / "").string()},
       "nowhere",
       "no such folder of logs"},
      {{"--db", db, "--log-level", "loud"}, "--log-level", "no such level"},
  };
  for (const Case& c : cases) {
    Program program(c.arguments);
    EXPECT_EQ(program.exit_code(), 2) << c.why;
    const std::string errors = program.errors();
    EXPECT_THAT(errors, HasSubstr(c.says)) << c.why;
    EXPECT_EQ(std::count(errors.begin(), errors.end(), '\n'), 1) << c.why << ": " << errors;
  }
}

TEST_F(ProgramTest, HelpIsNoError) {
  Program program({"--help"});
  EXPECT_EQ(program.exit_code(), 0);
}

}  // namespace
}  // namespace giaidap::test
