#include "tests/api/program.h"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "tests/api/sample_index.h"

namespace giaidap::test {
namespace {

std::string read_line(int file) {
  std::string line;
  for (char c = 0; ::read(file, &c, 1) == 1 && c != '\n';) line += c;
  return line;
}

}  // namespace

Program::Program(std::vector<std::string> arguments) {
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

Program::~Program() {
  if (pid_ > 0) {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
  ::close(out_[0]);
  ::close(err_[0]);
}

std::string Program::first_line() const { return read_line(out_[0]); }

std::string Program::error_line() const { return read_line(err_[0]); }

std::string Program::errors() const {
  std::string all;
  std::array<char, 4096> buffer{};
  for (ssize_t got = 0; (got = ::read(err_[0], buffer.data(), buffer.size())) > 0;) {
    all.append(buffer.data(), static_cast<std::size_t>(got));
  }
  return all;
}

void Program::signal(int number) const { ::kill(pid_, number); }

int Program::exit_code() {
  int status = 0;
  ::waitpid(pid_, &status, 0);
  pid_ = 0;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

ProgramTest::ProgramTest()
    : dir_(std::filesystem::path(testing::TempDir()) / ("giaidap-program-" + std::to_string(::getpid()))) {
  std::filesystem::create_directories(dir_);
}

ProgramTest::~ProgramTest() { std::filesystem::remove_all(dir_); }

std::string ProgramTest::sample() const {
  const std::filesystem::path db = dir_ / "db";
  make_sample_index(db);
  return db.string();
}

int port_of(const std::string& address) { return std::stoi(address.substr(address.rfind(':') + 1)); }

}  // namespace giaidap::test
