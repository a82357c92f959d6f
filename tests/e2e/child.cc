#include "tests/e2e/child.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>

namespace giaidap::e2e {
namespace {

// The arguments of posix_spawn: a null-terminated array of pointers into the strings.
std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> result;
  result.reserve(words.size() + 1);
  for (std::string& word : words) result.push_back(word.data());
  result.push_back(nullptr);
  return result;
}

Finished run_program(const std::string& name, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), std::string(GIAIDAP_BUILD_DIR) + "/" + name);
  return Child(arguments).wait();
}

}  // namespace

Child::Child(const std::vector<std::string>& command) {
  std::vector<std::string> words = command;
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  constexpr int kWrite = O_WRONLY | O_CREAT | O_TRUNC;
  posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, (output_ / "out").c_str(), kWrite, 0600);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, (output_ / "err").c_str(), kWrite, 0600);
  const int failure =
      ::posix_spawn(&pid_, words[0].c_str(), &files, nullptr, pointers(words).data(), environ);
  posix_spawn_file_actions_destroy(&files);
  if (failure != 0) throw std::runtime_error("cannot start " + words[0]);
}

Child::~Child() {
  if (ended()) return;
  send(SIGKILL);
  ::waitpid(pid_, &status_, 0);
}

Finished Child::wait() {
  if (!reaped_) ::waitpid(pid_, &status_, 0);
  reaped_ = true;
  const int code = WIFEXITED(status_) ? WEXITSTATUS(status_) : 128 + WTERMSIG(status_);
  return {code, out(), err()};
}

void Child::send(int signal) const {
  if (!reaped_) ::kill(pid_, signal);
}

void Child::send_to_group(int signal) const {
  if (!reaped_) ::kill(-pid_, signal);
}

bool Child::ended() {
  if (!reaped_) reaped_ = ::waitpid(pid_, &status_, WNOHANG) == pid_;
  return reaped_;
}

std::string Child::out() const { return read_text_file(output_ / "out"); }
std::string Child::err() const { return read_text_file(output_ / "err"); }

Finished run_index(std::vector<std::string> arguments) {
  return run_program("giaidap-index", std::move(arguments));
}

Finished run_server(std::vector<std::string> arguments) {
  return run_program("giaidap-server", std::move(arguments));
}

}  // namespace giaidap::e2e
