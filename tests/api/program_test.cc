// The program as it is started and stopped: exit codes, messages, signals.
#include <gmock/gmock.h>
#include <httplib.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "tests/api/sample_index.h"

namespace giaidap::test {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::StartsWith;

// A running giaidap-server with its output in pipes.
class Program {
 public:
  explicit Program(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), GIAIDAP_SERVER_PROGRAM);
    EXPECT_EQ(::pipe(out_.data()), 0);
    EXPECT_EQ(::pipe(err_.data()), 0);
    pid_ = ::fork();
    if (pid_ != 0) {
      ::close(out_[1]);
      ::close(err_[1]);
      return;
    }
    ::dup2(out_[1], STDOUT_FILENO);
    ::dup2(err_[1], STDERR_FILENO);
    for (const int end : {out_[0], out_[1], err_[0], err_[1]}) ::close(end);
    std::vector<char*> argv;
    for (std::string& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    ::execv(argv[0], argv.data());
    ::_exit(127);
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  ~Program() {
    if (pid_ > 0) {
      ::kill(pid_, SIGKILL);
      ::waitpid(pid_, nullptr, 0);
    }
    ::close(out_[0]);
    ::close(err_[0]);
  }

  // The first line on standard output, without its end.
  [[nodiscard]] std::string first_line() const {
    std::string line;
    for (char c = 0; ::read(out_[0], &c, 1) == 1 && c != '\n';) line += c;
    return line;
  }
  [[nodiscard]] std::string errors() const {
    std::string all;
    std::array<char, 4096> buffer{};
    for (ssize_t got = 0; (got = ::read(err_[0], buffer.data(), buffer.size())) > 0;) {
      all.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return all;
  }
  void signal(int number) const { ::kill(pid_, number); }
  int exit_code() {
    int status = 0;
    ::waitpid(pid_, &status, 0);
    pid_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }

 private:
  std::array<int, 2> out_{}, err_{};
  pid_t pid_ = 0;
};

class ProgramTest : public testing::Test {
 protected:
  ProgramTest() : dir_(fs::path(testing::TempDir()) / ("giaidap-program-" + std::to_string(::getpid()))) {
    fs::create_directories(dir_);
  }
  ~ProgramTest() override { fs::remove_all(dir_); }

  [[nodiscard]] std::string sample() const {
    const fs::path db = dir_ / "db";
    make_sample_index(db);
    return db.string();
  }

  fs::path dir_;
};

int port_of(const std::string& address) { return std::stoi(address.substr(address.rfind(':') + 1)); }

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
