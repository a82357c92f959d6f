#include "indexer/reader/line_reader.h"

#include <limits>

namespace giaidap {
namespace {

constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

LineReader::LineReader(std::istream& in, std::size_t max_bytes) : in_(in), buffer_(max_bytes + 1) {}

std::optional<NumberedLine> LineReader::next() {
  if (!in_.good() || in_.peek() == std::istream::traits_type::eof()) return std::nullopt;
  NumberedLine line;
  line.number = ++number_;
  in_.getline(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  if (in_.fail() && !in_.bad()) {
    in_.clear();
    in_.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
    line.too_long = true;
    return line;
  }
  auto size = static_cast<std::size_t>(in_.gcount());
  if (!in_.eof() && size > 0) --size;  // the line feed is counted but not stored
  line.text.assign(buffer_.data(), size);
  if (!line.text.empty() && line.text.back() == '\r') line.text.pop_back();
  if (number_ == 1 && line.text.rfind(kByteOrderMark, 0) == 0) line.text.erase(0, 3);
  return line;
}

}  // namespace giaidap
