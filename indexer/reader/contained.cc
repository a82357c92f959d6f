#include "indexer/reader/contained.h"

#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <string_view>
#include <utility>

namespace giaidap {
namespace {

constexpr int kWorkFailed = 3;  // exit status of a child whose work threw

// AddressSanitizer reserves more address space than any limit.
#ifdef GIAIDAP_SANITIZED
constexpr bool kLimitsMemory = false;
#else
constexpr bool kLimitsMemory = true;
#endif

// Address space taken so far, by /proc; 0 where it is not told.
std::size_t bytes_taken() {
  std::ifstream in("/proc/self/statm");
  std::size_t pages = 0;
  in >> pages;
  return pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

void limit_self(const ContainedLimits& limits) {
  const rlimit no_core{0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
  const auto seconds = static_cast<rlim_t>(limits.time.count());
  const rlimit processor{seconds, seconds + 1};
  ::setrlimit(RLIMIT_CPU, &processor);  // SIGXCPU ends it
  if (!kLimitsMemory) return;
  const rlim_t bytes = bytes_taken() + limits.memory_bytes;
  const rlimit memory{bytes, bytes};
  ::setrlimit(RLIMIT_AS, &memory);
}

void write_all(int to, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(to, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) ::_exit(kWorkFailed);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

// Of what the parent has open, locks above all, a child keeps the three standard streams and its end of the
// pipe, whose new number this is.
int keep_only(int pipe) {
  constexpr int kKept = STDERR_FILENO + 1;
  if (pipe != kKept && ::dup2(pipe, kKept) < 0) ::_exit(kWorkFailed);
  constexpr int kFarMoreThanOpen = 4096;
  if (::close_range(kKept + 1, ~0U, 0) == 0) return kKept;
  for (int file = kKept + 1; file < kFarMoreThanOpen; ++file) ::close(file);  // old containers forbid it
  return kKept;
}

void end_with(pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(kWorkFailed);  // it was gone before that
}

[[noreturn]] void be_child(pid_t parent, int pipe, const std::function<std::string()>& work,
                           const ContainedLimits& limits) {
  end_with(parent);
  const int to = keep_only(pipe);
  for (const int signal : {SIGSEGV, SIGABRT, SIGFPE, SIGBUS, SIGILL, SIGINT, SIGTERM, SIGXCPU})
    std::signal(signal, SIG_DFL);
  limit_self(limits);
  try {
    write_all(to, work());
  } catch (const std::exception&) {
    ::_exit(kWorkFailed);
  }
  ::_exit(0);
}

// Reads to the end of the pipe; false where time or size run out first.
bool read_all(int from, const ContainedLimits& limits, std::string& bytes) {
  constexpr int kPatience = 4;  // others may be at work on the same processor
  const auto end = std::chrono::steady_clock::now() + kPatience * limits.time;
  std::array<char, 1U << 16U> chunk{};
  for (;;) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    pollfd ready{from, POLLIN, 0};
    const int polled = left.count() <= 0 ? 0 : ::poll(&ready, 1, static_cast<int>(left.count()));
    if (polled < 0 && errno == EINTR) continue;
    if (polled <= 0) return false;
    const ssize_t read = ::read(from, chunk.data(), chunk.size());
    if (read < 0 && errno == EINTR) continue;
    if (read <= 0) return read == 0;
    bytes.append(chunk.data(), static_cast<std::size_t>(read));
    if (bytes.size() > limits.result_bytes) return false;
  }
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

}  // namespace

ContainedLimits limits_for(std::size_t bytes) {
  constexpr std::chrono::seconds kLeast{9};
  constexpr std::chrono::seconds kMost{120};
  constexpr std::size_t kSecondsPerMegabyte = 6;
  ContainedLimits limits;
  limits.time = std::min(kMost, kLeast + std::chrono::seconds(kSecondsPerMegabyte * (bytes >> 20U)));
  return limits;
}

Result<Contained> Contained::start(const std::function<std::string()>& work, const ContainedLimits& limits) {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) return Error{ErrorCode::Internal, "cannot be read: no pipe is left", ""};
  std::fflush(nullptr);  // or the child prints it again
  const pid_t parent = ::getpid();
  const pid_t child = ::fork();
  if (child == 0) be_child(parent, ends[1], work, limits);
  ::close(ends[1]);
  if (child < 0) {
    ::close(ends[0]);
    return Error{ErrorCode::Internal, "cannot be read: no process is left", ""};
  }
  return Contained(child, ends[0], limits);
}

Contained::Contained(Contained&& other) noexcept
    : child_(other.child_), from_(std::exchange(other.from_, -1)), limits_(other.limits_) {}

Contained& Contained::operator=(Contained&& other) noexcept {
  std::swap(child_, other.child_);
  std::swap(from_, other.from_);
  std::swap(limits_, other.limits_);
  return *this;
}

Contained::~Contained() {
  if (from_ < 0) return;
  ::close(from_);
  ::kill(child_, SIGKILL);
  wait_for(child_);
}

Result<std::string> Contained::result() {
  std::string bytes;
  const bool whole = read_all(from_, limits_, bytes);
  ::close(std::exchange(from_, -1));
  if (!whole) ::kill(child_, SIGKILL);
  const int status = wait_for(child_);
  if (!whole || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)) {
    return Error{ErrorCode::TooLarge,
                 "takes longer than " + std::to_string(limits_.time.count()) +
                     " seconds to read, or yields too much; is it a document?",
                 ""};
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    return Error{ErrorCode::BadInput, "is broken in a way that cannot be read; open it and save it again",
                 ""};
  }
  return bytes;
}

Result<std::string> run_contained(const std::function<std::string()>& work, const ContainedLimits& limits) {
  Result<Contained> started = Contained::start(work, limits);
  if (!started) return started.error();
  return started.value().result();
}

}  // namespace giaidap
