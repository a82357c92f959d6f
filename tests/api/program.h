// giaidap-server as a child process, as it is started and stopped.
#pragma once

#include <gtest/gtest.h>
#include <sys/types.h>

#include <array>
#include <filesystem>
#include <string>
#include <vector>

namespace giaidap::test {

// A running giaidap-server with its output in pipes; killed with its object where it still runs.
class Program {
 public:
  explicit Program(std::vector<std::string> arguments);
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  ~Program();

  // The first line on standard output, without its end.
  [[nodiscard]] std::string first_line() const;
  // The next line on standard error, without its end.
  [[nodiscard]] std::string error_line() const;
  // All of standard error to its end.
  [[nodiscard]] std::string errors() const;
  void signal(int number) const;
  int exit_code();

 private:
  std::array<int, 2> out_{}, err_{};
  pid_t pid_ = 0;
};

// A folder for one test, and the sample index in it.
class ProgramTest : public testing::Test {
 protected:
  ProgramTest();
  ~ProgramTest() override;

  [[nodiscard]] std::string sample() const;

  std::filesystem::path dir_;
};

// Of "http://127.0.0.1:40123".
int port_of(const std::string& address);

}  // namespace giaidap::test
