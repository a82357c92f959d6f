// The project's programs as child processes.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "tests/e2e/folder.h"

namespace giaidap::e2e {

struct Finished {
  int exit_code = 0;  // 128 + signal where a signal ended it
  std::string out;
  std::string err;
};

// Killed with its object where it still runs.
class Child {
 public:
  // Standard input is empty. Throws where the program cannot be started.
  explicit Child(const std::vector<std::string>& command);
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  Finished wait();
  void send(int signal) const;
  void send_to_group(int signal) const;  // where the command has made itself its leader
  [[nodiscard]] bool ended();
  [[nodiscard]] pid_t pid() const { return pid_; }
  [[nodiscard]] std::string out() const;  // so far
  [[nodiscard]] std::string err() const;

 private:
  TemporaryFolder output_;
  pid_t pid_ = -1;
  int status_ = 0;
  bool reaped_ = false;
};

// giaidap-index with these arguments, to its end.
Finished run_index(std::vector<std::string> arguments);

// giaidap-server with these arguments, to its end: for calls that must fail.
Finished run_server(std::vector<std::string> arguments);

}  // namespace giaidap::e2e
