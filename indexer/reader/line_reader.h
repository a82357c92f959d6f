// Lines of a stream one after the other, in bounded memory.
#pragma once

#include <cstddef>
#include <istream>
#include <optional>
#include <string>
#include <vector>

namespace giaidap {

struct NumberedLine {
  std::string text;  // without its line end (LF or CRLF); empty where too_long
  int number = 0;    // from 1
  bool too_long = false;
};

class LineReader {
 public:
  // The stream must outlive the reader. A byte order mark at its beginning is no part of the first line.
  LineReader(std::istream& in, std::size_t max_bytes);

  // The next line; a longer one than max_bytes is passed over and only its number given; nullopt at the end.
  std::optional<NumberedLine> next();

 private:
  std::istream& in_;
  std::vector<char> buffer_;
  int number_ = 0;
};

}  // namespace giaidap
