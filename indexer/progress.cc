#include "indexer/progress.h"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace giaidap {
namespace {

constexpr std::chrono::milliseconds kPause{100};   // between two changes of the line
constexpr std::chrono::seconds kPauseOfLines{30};  // between two lines where there is no terminal
constexpr std::chrono::seconds kLeastTime{2};      // before the rest is estimated
constexpr double kLeastShare = 0.005;

}  // namespace

std::string in_time(std::chrono::seconds time) {
  using std::chrono::hours;
  using std::chrono::minutes;
  if (time < minutes{1}) return fmt::format("{} s", time.count());
  const auto whole = std::chrono::duration_cast<minutes>(time);
  if (time < hours{1}) return fmt::format("{} min", whole.count());
  return fmt::format("{} h {} min", whole.count() / 60, whole.count() % 60);
}

Screen Screen::standard() { return {stdout, stderr, ::isatty(STDERR_FILENO) == 1}; }

Progress::Progress(std::size_t files, std::uintmax_t bytes, Screen screen)
    : screen_(std::move(screen)),
      files_(files),
      bytes_(bytes),
      begun_(screen_.now()),
      next_(screen_.is_terminal ? begun_ : begun_ + kPauseOfLines) {}

void Progress::start(const std::string& file, std::uintmax_t bytes) {
  ++current_;
  file_ = file;
  of_current_ = bytes;
  entries(0, 0);
}

void Progress::entries(std::size_t count, double share) {
  const auto now = screen_.now();
  if (now < next_) return;
  next_ = now + (screen_.is_terminal ? Clock::duration(kPause) : Clock::duration(kPauseOfLines));
  clear();
  fmt::print(screen_.err, "[{}/{}] {}: {} entries{}{}", current_, files_, file_, count, time_left(share, now),
             screen_.is_terminal ? "" : "\n");
  std::fflush(screen_.err);
  shown_ = screen_.is_terminal;
}

// What comes next may be written by others, who know of no line to take away.
void Progress::end(bool was_read) {
  clear();
  if (was_read) {
    done_ += of_current_;
  } else {
    bytes_ -= std::min(bytes_, of_current_);
  }
  of_current_ = 0;
}

// By the bytes done so far and the time they took; nothing at first, when it would jump about.
std::string Progress::time_left(double share, Clock::time_point now) const {
  const auto all = static_cast<double>(bytes_);
  const double done = static_cast<double>(done_) + share * static_cast<double>(of_current_);
  const std::chrono::duration<double> passed = now - begun_;
  if (all <= 0 || done < kLeastShare * all || passed < kLeastTime) return {};
  const double part = std::min(done / all, 1.0);
  const auto left = std::chrono::round<std::chrono::seconds>(passed * ((1 - part) / part));
  return fmt::format(", {:.0f} %, about {} left", part * 100, in_time(left));
}

void Progress::line(const std::string& text) {
  clear();
  fmt::print(screen_.out, "{}\n", text);
  std::fflush(screen_.out);
}

void Progress::warning(const std::string& text) {
  clear();
  fmt::print(screen_.err, "{}\n", text);
}

void Progress::clear() {
  if (!shown_) return;
  fmt::print(screen_.err, "\r\x1b[K");
  std::fflush(screen_.err);
  shown_ = false;
}

}  // namespace giaidap
