// What the person at the terminal sees while files are read.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace giaidap {

// "9 s", "4 min", "2 h 5 min"
std::string in_time(std::chrono::seconds time);

// A line that rewrites itself where stderr is a terminal; plain lines in every case.
class Progress {
 public:
  // So many files of so many bytes in all. Without bytes it estimates nothing.
  explicit Progress(std::size_t files, std::uintmax_t bytes = 0);

  void start(const std::string& file, std::uintmax_t bytes = 0);
  void entries(std::size_t count, double share);  // of the file started, so far; the share is of its work
  void end(bool was_read);                        // of the file; one that was not takes no time
  void line(const std::string& text);             // to stdout
  void warning(const std::string& text);          // to stderr

 private:
  using Clock = std::chrono::steady_clock;

  [[nodiscard]] std::string time_left(double share) const;
  void clear();

  std::size_t files_;
  std::size_t current_ = 0;
  std::uintmax_t bytes_;  // of all files that are read
  std::uintmax_t done_ = 0, of_current_ = 0;
  std::string file_;
  bool terminal_;
  bool shown_ = false;
  Clock::time_point begun_ = Clock::now();
  Clock::time_point next_;
};

}  // namespace giaidap
