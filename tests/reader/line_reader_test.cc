#include "indexer/reader/line_reader.h"

#include <gmock/gmock.h>

#include <sstream>

namespace giaidap {
namespace {

std::vector<std::string> lines_of(const std::string& bytes, std::size_t max_bytes) {
  std::istringstream in(bytes);
  LineReader reader(in, max_bytes);
  std::vector<std::string> lines;
  while (const auto line = reader.next()) {
    lines.push_back(std::to_string(line->number) + ":" + (line->too_long ? "LONG" : line->text));
  }
  return lines;
}

TEST(LineReader, SplitsBoundedLines) {
  struct Row {
    std::string bytes;
    std::vector<std::string> expected;
    const char* why;
  };
  const std::vector<Row> rows{
      {"", {}, "nothing"},
      {"a", {"1:a"}, "no line end at the end"},
      {"a\nb\n", {"1:a", "2:b"}, "no empty line after the last"},
      {"a\r\nb\r\n", {"1:a", "2:b"}, "CRLF"},
      {"\n\na\n", {"1:", "2:", "3:a"}, "empty lines count"},
      {"\xEF\xBB\xBF"
       "a\n",
       {"1:a"},
       "byte order mark"},
      {"12345\n123456\nb\n", {"1:12345", "2:LONG", "3:b"}, "five bytes fit, six do not"},
      {"12345", {"1:12345"}, "fits and ends the file"},
      {"123456", {"1:LONG"}, "too long and ends the file"},
      {std::string("a\0b\n", 4), {std::string("1:a\0b", 5)}, "zero bytes"},
  };
  for (const Row& row : rows) EXPECT_EQ(lines_of(row.bytes, 5), row.expected) << row.why;
}

}  // namespace
}  // namespace giaidap
