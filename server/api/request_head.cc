#include "server/api/request_head.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string_view>

namespace giaidap {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::uint64_t kUnknownLength = UINT64_MAX;

bool same_letters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return (x | 0x20) == (y | 0x20); });
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// The body's length as the headers tell it; chunked bodies and nonsense are of unknown length.
std::uint64_t body_length(std::string_view headers) {
  std::uint64_t length = 0;
  while (!headers.empty()) {
    const std::size_t end = std::min(headers.find(kLineEnd), headers.size());
    const std::string_view line = headers.substr(0, end);
    const std::size_t colon = std::min(line.find(':'), line.size());
    const std::string_view name = line.substr(0, colon);
    if (same_letters(name, "transfer-encoding")) return kUnknownLength;
    if (same_letters(name, "content-length")) {
      const std::string_view value = trimmed(line.substr(std::min(colon + 1, line.size())));
      const char* const value_end = value.data() + value.size();
      const auto [stopped_at, failure] = std::from_chars(value.data(), value_end, length);
      if (failure != std::errc() || stopped_at != value_end) return kUnknownLength;
    }
    headers.remove_prefix(std::min(end + kLineEnd.size(), headers.size()));
  }
  return length;
}

}  // namespace

RequestHead refused_head(int status) {
  RequestHead head;
  head.text = std::string("GET / HTTP/1.1") + kHeadEnd;
  head.refused = status;
  head.ends_connection = true;
  return head;
}

RequestHead examine_head(const std::string& head) {
  const std::string_view bytes = head;
  const std::size_t line_end = bytes.find(kLineEnd);
  const std::string_view line = bytes.substr(0, line_end);
  if (line.size() > kMaxTargetBytes) return refused_head(414);
  if (bytes.size() < 4 || bytes.substr(bytes.size() - 4) != kHeadEnd) return refused_head(431);

  const std::string_view headers = bytes.substr(line_end + kLineEnd.size());
  const std::uint64_t body = body_length(headers);
  if (body != kUnknownLength && body > kMaxBodyBytes) return refused_head(413);

  RequestHead examined;
  const std::size_t target_begin = line.find(' ') + 1;
  const std::size_t target_end = line.rfind(' ');
  if (target_begin == 0 || target_end < target_begin) {
    examined.text = head;
    examined.ends_connection = true;
    return examined;
  }
  examined.target = std::string(line.substr(target_begin, target_end - target_begin));
  examined.text = std::string(bytes.substr(0, target_begin)) + '/' + std::string(bytes.substr(target_end));
  const std::string_view method = line.substr(0, target_begin - 1);
  examined.ends_connection = body > 0 && (method == "GET" || method == "HEAD" || body == kUnknownLength);
  return examined;
}

}  // namespace giaidap
