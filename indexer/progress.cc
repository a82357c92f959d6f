#include "indexer/progress.h"

#include <fmt/core.h>
#include <unistd.h>

#include <cstdio>

namespace giaidap {
namespace {

constexpr std::chrono::milliseconds kPause{100};  // between two changes of the line

}  // namespace

Progress::Progress(std::size_t files) : files_(files), terminal_(::isatty(STDERR_FILENO) == 1) {}

void Progress::start(const std::string& file) {
  ++current_;
  file_ = file;
  entries(0);
}

void Progress::entries(std::size_t count) {
  const auto now = std::chrono::steady_clock::now();
  if (!terminal_ || now < next_) return;
  next_ = now + kPause;
  clear();
  fmt::print(stderr, "[{}/{}] {}: {} entries", current_, files_, file_, count);
  std::fflush(stderr);
  shown_ = true;
}

void Progress::line(const std::string& text) {
  clear();
  fmt::print("{}\n", text);
  std::fflush(stdout);
}

void Progress::warning(const std::string& text) {
  clear();
  fmt::print(stderr, "{}\n", text);
}

void Progress::clear() {
  if (shown_) fmt::print(stderr, "\r\x1b[K");
  shown_ = false;
}

}  // namespace giaidap
