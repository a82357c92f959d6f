// What the person who started a run sees while files are read.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <string>

namespace giaidap {

// "9 s", "4 min", "2 h 5 min"
std::string in_time(std::chrono::seconds time);

// Where progress is shown, and by which clock.
struct Screen {
  using Clock = std::chrono::steady_clock;

  // The program's own; on what is no terminal a line is never written anew.
  static Screen standard();

  std::FILE* out;
  std::FILE* err;
  bool is_terminal;  // err
  std::function<Clock::time_point()> now = Clock::now;
};

// Where stderr is a terminal, a line that is written anew again and again; else, as under systemd and cron, a
// line each half minute, so that a long run is seen to go on and a short one says nothing. Plain lines in
// every case.
class Progress {
 public:
  // So many files of so many bytes in all. Without bytes it estimates nothing.
  explicit Progress(std::size_t files, std::uintmax_t bytes = 0, Screen screen = Screen::standard());

  void start(const std::string& file, std::uintmax_t bytes = 0);
  void entries(std::size_t count, double share);  // of the file started, so far; the share is of its work
  void end(bool was_read);                        // of the file; one that was not takes no time
  void line(const std::string& text);             // to stdout
  void warning(const std::string& text);          // to stderr

 private:
  using Clock = Screen::Clock;

  [[nodiscard]] std::string time_left(double share, Clock::time_point now) const;
  void clear();

  Screen screen_;
  std::size_t files_;
  std::size_t current_ = 0;
  std::uintmax_t bytes_;  // of all files that are read
  std::uintmax_t done_ = 0, of_current_ = 0;
  std::string file_;
  bool shown_ = false;  // a line that is to be written anew
  Clock::time_point begun_;
  Clock::time_point next_;
};

}  // namespace giaidap
