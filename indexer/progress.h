// What the person at the terminal sees while files are read.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace giaidap {

// A line that rewrites itself where stderr is a terminal; plain lines in every case.
class Progress {
 public:
  explicit Progress(std::size_t files);

  void start(const std::string& file);
  void entries(std::size_t count);        // of the file started, so far
  void line(const std::string& text);     // to stdout
  void warning(const std::string& text);  // to stderr

 private:
  void clear();

  std::size_t files_;
  std::size_t current_ = 0;
  std::string file_;
  bool terminal_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point next_;
};

}  // namespace giaidap
