// The configuration file of a running server, and what SIGHUP does.
#include <gmock/gmock.h>
#include <httplib.h>

#include <atomic>
#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "tests/api/program.h"
#include "tests/api/sample_index.h"

namespace giaidap::test {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class Reload : public ProgramTest {
 protected:
  // The configuration of a server on any free port, with these further lines.
  std::vector<std::string> configure(const std::string& lines) {
    if (db_.empty()) db_ = sample();
    std::ofstream(dir_ / "conf") << "db = " << db_ << "\nport = 0\n" << lines;
    return {"--config", (dir_ / "conf").string()};
  }
  [[nodiscard]] std::string file(const std::string& name) const {
    std::ifstream in(dir_ / name);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  // Until the file holds this text; its content.
  [[nodiscard]] std::string wait_for(const std::string& name, const std::string& text) const {
    for (int left = 1000; left > 0 && file(name).find(text) == std::string::npos; --left) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return file(name);
  }
  [[nodiscard]] std::string log_to(const std::string& name) const {
    return "log-file = " + (dir_ / name).string() + "\n";
  }

  std::string db_;
};

int status_of(int port, const std::string& target, const std::string& password = "") {
  httplib::Client client("127.0.0.1", port);
  if (!password.empty()) client.set_basic_auth("", password);
  const auto result = client.Get(target);
  return result ? result->status : 0;
}

std::uint64_t entries_at(int port) {
  const auto result = httplib::Client("127.0.0.1", port).Get("/readyz");
  return result ? nlohmann::json::parse(result->body).value("entries", std::uint64_t{0}) : 0;
}

TEST_F(Reload, ASignalOpensTheLogAndTheConfigurationAnew) {
  Program program(configure(log_to("log")));
  const int port = port_of(program.first_line());
  EXPECT_EQ(status_of(port, "/?q=mot"), 200);
  EXPECT_THAT(wait_for("log", "q=mot"), HasSubstr("info GET /?q=mot 200 "));
  EXPECT_EQ(status_of(port, "/ban-giai-dap", "geheim-geheim"), 404);

  fs::rename(dir_ / "log", dir_ / "log.1");
  configure(log_to("log") + "log-format = json\nprivacy = true\ndesk-token = geheim-geheim\n");
  program.signal(SIGHUP);
  EXPECT_THAT(wait_for("log", "again"),
              HasSubstr(R"("level":"info","message":"read the configuration again")"));
  EXPECT_EQ(status_of(port, "/?q=hai"), 200);
  const std::string log = wait_for("log", "GET");
  EXPECT_THAT(log, Not(HasSubstr("hai"))) << "no query where privacy is on";
  const auto line = nlohmann::json::parse(log.substr(log.rfind('\n', log.size() - 2) + 1));
  EXPECT_EQ(line["target"], "/");
  EXPECT_EQ(line["route"], "/");
  EXPECT_EQ(line["status"], 200);
  EXPECT_EQ(line["request"].get<std::string>().size(), 16U);
  EXPECT_EQ(status_of(port, "/ban-giai-dap", "geheim-geheim"), 200);
  EXPECT_THAT(file("log.1"), Not(HasSubstr("again"))) << "the old file was let go";
}

TEST_F(Reload, TheLevelOfTheLogChangesAndWhatCannotIsTold) {
  Program program(configure(log_to("log") + "log-level = error\nthreads = 2\n"));
  const int port = port_of(program.first_line());
  EXPECT_EQ(status_of(port, "/?q=mot"), 200);
  configure(log_to("log") + "log-level = info\nthreads = 2\n");
  program.signal(SIGHUP);
  EXPECT_THAT(wait_for("log", "again"), Not(HasSubstr("stay as they are")));
  EXPECT_EQ(status_of(port, "/?q=hai"), 200);
  EXPECT_THAT(wait_for("log", "q=hai"), Not(HasSubstr("q=mot")));

  configure(log_to("log") + "log-level = error\nthreads = 3\n");
  program.signal(SIGHUP);
  const std::string told = "error host, port and threads stay as they are until the server is started again";
  EXPECT_THAT(wait_for("log", told), HasSubstr(told));
  EXPECT_EQ(status_of(port, "/?q=ba"), 200);
  program.signal(SIGTERM);
  EXPECT_EQ(program.exit_code(), 0);
  EXPECT_THAT(file("log"), Not(HasSubstr("q=ba")));
}

TEST_F(Reload, AConfigurationThatCannotBeUsedChangesNothing) {
  Program program(configure(log_to("log")));
  const int port = port_of(program.first_line());
  struct Case {
    std::string lines, says;
  };
  for (const Case& c : {Case{"colour = blue\n", "line 4: there is no option \"colour\""},
                        Case{"desk-token = short\n", "--desk-token: is shorter than 12 characters"},
                        Case{"web = " + (dir_ / "empty").string() + "\n", "style.css"},
                        Case{"vocabulary = " + (dir_ / "nowhere").string() + "\n", "nowhere"}}) {
    configure(log_to("log") + c.lines);
    program.signal(SIGHUP);
    EXPECT_THAT(wait_for("log", c.says), AllOf(HasSubstr("configuration"), HasSubstr(c.says))) << c.lines;
    EXPECT_EQ(status_of(port, "/?q=a"), 200) << c.lines;
  }
  fs::rename(dir_ / "log", dir_ / "log.1");
  program.signal(SIGHUP);
  EXPECT_THAT(wait_for("log", "configuration"), HasSubstr("configuration")) << "a moved log is let go";
  program.signal(SIGTERM);
  EXPECT_EQ(program.exit_code(), 0);
}

TEST_F(Reload, AStubFileIsReadAgain) {
  const fs::path stub = dir_ / "shards.stub";
  make_sample_index(dir_ / "shard0");
  make_sample_index(dir_ / "shard1");
  std::ofstream(stub) << "auto shard0\n";
  db_ = stub.string();
  Program program(configure(log_to("log.0")));
  const int port = port_of(program.first_line());
  const auto entries = entries_at(port);
  EXPECT_GT(entries, 0U);

  struct Case {
    std::string lines, says;
    std::uint64_t entries;
  };
  int number = 0;
  for (const Case& c :
       {Case{"auto shard0\nauto shard1\n", "again", 2 * entries},
        Case{"auto nowhere\nnonsense\n", "line 2: ", 2 * entries}, Case{"auto shard1\n", "again", entries}}) {
    const std::string log =
        c.says == "again" ? "log." + std::to_string(++number) : "log." + std::to_string(number);
    std::ofstream(stub) << c.lines;
    configure(log_to(log));
    program.signal(SIGHUP);
    EXPECT_THAT(wait_for(log, c.says), HasSubstr(c.says)) << c.lines;
    EXPECT_EQ(entries_at(port), c.entries) << c.lines;
  }
}

TEST_F(Reload, WhatOtherRoomsTellStandsInTheSameLog) {
  const fs::path stub = dir_ / "shards.stub";
  make_sample_index(dir_ / "shard0");
  std::ofstream(stub) << "auto shard0\nauto later\n";
  db_ = stub.string();
  const std::string json = "log-format = json\n";
  Program program(configure(log_to("log.0") + json));
  EXPECT_THAT(program.first_line(), HasSubstr("http://")) << "nothing else is on standard output";
  const std::string log = wait_for("log.0", "cannot be reached");
  const auto line = nlohmann::json::parse(log.substr(0, log.find('\n')));
  EXPECT_EQ(line["level"], "warning");
  EXPECT_THAT(line["message"].get<std::string>(), HasSubstr("later cannot be reached"));

  configure(log_to("log.1") + json);
  program.signal(SIGHUP);
  EXPECT_THAT(wait_for("log.1", "again"), HasSubstr("again"));
  make_sample_index(dir_ / "later");
  EXPECT_THAT(wait_for("log.1", "later is back"), HasSubstr("later is back"));
  EXPECT_EQ(file("log.0"), log);
}

TEST_F(Reload, NoRequestFailsMeanwhile) {
  Program program(configure(log_to("log")));
  const int port = port_of(program.first_line());
  std::atomic<bool> stop = false;
  std::atomic<int> failed = 0, answered = 0;
  std::vector<std::thread> clients;
  for (int i = 0; i < 3; ++i) {
    clients.emplace_back([&] {
      httplib::Client client("127.0.0.1", port);
      client.set_keep_alive(true);
      while (!stop) {
        const auto result = client.Get("/api/v1/search?q=so+dinh+danh");
        ++(result && result->status == 200 ? answered : failed);
      }
    });
  }
  for (int i = 1; i <= 10; ++i) {
    configure(log_to("log." + std::to_string(i)) + "client-connections = " + std::to_string(60 + i) + "\n");
    program.signal(SIGHUP);
    EXPECT_THAT(wait_for("log." + std::to_string(i), "again"), HasSubstr("again"));
  }
  stop = true;
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(failed, 0);
  EXPECT_GT(answered, 0);
}

TEST_F(Reload, FlagsGoBeforeEnvironmentAndEnvironmentBeforeFile) {
  ::setenv("GIAIDAP_LOG_FORMAT", "json", 1);
  auto arguments = configure(log_to("of-file") + "log-format = plain\n");
  arguments.insert(arguments.end(), {"--log-file", (dir_ / "of-flag").string()});
  Program program(arguments);
  ::unsetenv("GIAIDAP_LOG_FORMAT");
  EXPECT_EQ(status_of(port_of(program.first_line()), "/healthz"), 200);
  EXPECT_THAT(wait_for("of-flag", "healthz"), HasSubstr(R"("target":"/healthz")"));
  EXPECT_EQ(file("of-file"), "");
}

TEST_F(Reload, FaultsOfTheMachineAreForTheLogAlone) {
  Program program(configure(log_to("log")));
  const int port = port_of(program.first_line());
  std::ofstream(dir_ / "db" / "iamglass") << "damaged";
  fs::remove(dir_ / "db" / "postlist.glass");
  fs::remove(dir_ / "db" / "docdata.glass");
  httplib::Client client("127.0.0.1", port);
  for (const char* target :
       {"/readyz", "/api/v1/search?q=so", "/?q=so", "/muc/1165%2FTCTTK%C4%90A%23III.4"}) {
    const auto result = client.Get(target);
    ASSERT_TRUE(result);
    EXPECT_THAT(result->body, Not(HasSubstr(dir_.string()))) << target;
    EXPECT_THAT(result->body, Not(HasSubstr("glass"))) << target;
  }
}

TEST_F(Reload, RefusedHeadsAreToldInTheLog) {
  Program program(configure(log_to("log") + "privacy = true\n"));
  httplib::Client client("127.0.0.1", port_of(program.first_line()));
  const httplib::Headers headers = {{"X-Request-Id", "from-nginx"}, {"Z", std::string(70'000, 'z')}};
  const auto result = client.Delete("/muc/x?q=geheim", headers);
  ASSERT_TRUE(result);
  EXPECT_EQ(result->status, 431);
  EXPECT_EQ(result->get_header_value("X-Request-Id"), "from-nginx");
  const std::string log = wait_for("log", "from-nginx");
  EXPECT_THAT(log, HasSubstr("info DELETE /muc/x 431 "));
  EXPECT_THAT(log, Not(HasSubstr("geheim")));
}

TEST_F(Reload, ATokenMayStandInAFileOfItsOwn) {
  std::ofstream(dir_ / "token") << "geheim-geheim\n";
  Program program(configure("desk-token-file = " + (dir_ / "token").string() + "\n"));
  const int port = port_of(program.first_line());
  EXPECT_EQ(status_of(port, "/ban-giai-dap", "geheim-geheim"), 200);
  EXPECT_EQ(status_of(port, "/ban-giai-dap", "something-else"), 401);
}

}  // namespace
}  // namespace giaidap::test
