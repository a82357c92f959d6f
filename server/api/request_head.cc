#include "server/api/request_head.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "indexer/base/trimmed.h"
#include "server/api/request_id.h"
#include "server/api/same_letters.h"
#include "server/api/urls.h"

namespace giaidap {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kHeadEnd = "\r\n\r\n";
constexpr std::string_view kBlanks = " \t";  // RFC 9110, 5.6.3
constexpr std::string_view kForwardedFor = "x-forwarded-for";
constexpr std::size_t kShownTargetBytes = 100;

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t') || byte == 0x7F;
}

// RFC 9110, 5.6.2.
bool is_token(std::string_view name) {
  constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
  return !name.empty() && std::all_of(name.begin(), name.end(), [&](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           kMarks.find(c) != std::string_view::npos;
  });
}

std::optional<std::uint64_t> to_length(std::string_view text) {
  std::uint64_t length = 0;
  const char* const end = text.data() + text.size();
  const auto [stopped_at, failure] = std::from_chars(text.data(), end, length);
  if (failure != std::errc() || stopped_at != end) return std::nullopt;
  return length;
}

// Of all header lines what decides over the request.
struct Headers {
  bool malformed = false;
  int hosts = 0;
  std::optional<std::uint64_t> length{};
  bool unknown_length = false;  // a chunked body
  bool packed = false;          // a body that is to be unpacked
  bool expects_continue = false;
  std::string_view forwarded_for{};
  std::string others{};  // all lines but "Expect", which is answered before the library reads it
};

void read_value(std::string_view name, std::string_view value, Headers& headers) {
  if (same_letters(name, "host")) ++headers.hosts;
  if (same_letters(name, "transfer-encoding")) headers.unknown_length = true;
  if (same_letters(name, "content-encoding")) headers.packed = true;
  if (same_letters(name, kForwardedFor)) headers.forwarded_for = value;
  if (same_letters(name, "expect")) headers.expects_continue = same_letters(value, "100-continue");
  if (!same_letters(name, "content-length")) return;
  const std::optional<std::uint64_t> length = to_length(value);
  if (!length || (headers.length && *headers.length != *length)) headers.malformed = true;
  headers.length = length;
}

void read_line(std::string_view line, Headers& headers) {
  const std::size_t colon = line.find(':');
  const std::string_view name = line.substr(0, colon);
  const bool readable =
      colon != std::string_view::npos && is_token(name) && std::none_of(line.begin(), line.end(), is_control);
  if (!readable) {
    headers.malformed = true;
    return;
  }
  read_value(name, trimmed(line.substr(colon + 1), kBlanks), headers);
  if (!same_letters(name, "expect")) headers.others.append(line).append(kLineEnd);
}

// lines: with their ends, up to the empty one.
Headers read_headers(std::string_view lines) {
  Headers headers;
  while (!lines.empty() && !headers.malformed) {
    const std::size_t end = std::min(lines.find(kLineEnd), lines.size());
    if (end == 0) break;
    read_line(lines.substr(0, end), headers);
    lines.remove_prefix(std::min(end + kLineEnd.size(), lines.size()));
  }
  return headers;
}

// Of a request line.
struct Asked {
  std::string_view method;
  std::string_view version;

  [[nodiscard]] bool is_read() const { return method == "GET" || method == "HEAD"; }
};

// The status that a request with these headers is refused with.
std::optional<int> refusal(const Headers& headers, const Asked& asked) {
  const bool needs_host = asked.version == "HTTP/1.1";
  const bool two_lengths = headers.unknown_length && headers.length;  // RFC 9112, 6.3
  if (headers.malformed || two_lengths || headers.hosts > 1 || (needs_host && headers.hosts == 0)) return 400;
  if (headers.unknown_length && !asked.is_read()) return 411;
  if (headers.length.value_or(0) > kMaxBodyBytes) return 413;
  if (headers.packed && !asked.is_read()) return 415;
  return std::nullopt;
}

// As much of an address as is told of a refused one: path and query without what may be no character of them.
std::string shown_target(std::string_view target) {
  std::string shown;
  for (const char c : target) {
    if (shown.size() >= kShownTargetBytes) break;
    shown += c > ' ' && c < '\x7F' ? std::string(1, c) : percent_encode(std::string_view(&c, 1));
  }
  return shown;
}

// Method and address of a request line that may be cut off or otherwise wrong, where they can be told.
void tell_line(std::string_view line, RequestHead& head) {
  constexpr std::size_t kLongestMethod = 20;
  const std::size_t blank = line.find(' ');
  if (blank > kLongestMethod || !is_token(line.substr(0, blank))) return;
  head.method = std::string(line.substr(0, blank));
  std::string_view target = line.substr(blank + 1);
  target = target.substr(0, target.rfind(" HTTP/"));
  if (!target.empty() && target.front() == '/') head.target = shown_target(target);
}

// visit(name, value) for each header line that has come whole.
template <typename Visit>
void each_whole_line(std::string_view lines, Visit visit) {
  for (std::size_t end = lines.find(kLineEnd); end != 0 && end != std::string_view::npos;
       end = lines.find(kLineEnd)) {
    const std::string_view line = lines.substr(0, end);
    const std::size_t colon = std::min(line.find(':'), line.size() - 1);
    visit(line.substr(0, colon), trimmed(line.substr(colon + 1), kBlanks));
    lines.remove_prefix(end + kLineEnd.size());
  }
}

// The line that names the request; empty where there is none to be kept.
std::string name_line(std::string_view lines) {
  std::string named;
  each_whole_line(lines, [&](std::string_view name, std::string_view value) {
    if (named.empty() && same_letters(name, kRequestIdHeader) && request_id(value) == value)
      named = std::string(kRequestIdHeader) + ": " + std::string(value) + std::string(kLineEnd);
  });
  return named;
}

RequestHead examine_whole(std::string_view head, std::size_t line_end) {
  const std::string_view line = head.substr(0, line_end);
  RequestHead examined;
  examined.bytes = head.size();
  const std::size_t target_begin = line.find(' ') + 1;
  const std::size_t target_end = line.rfind(' ');
  if (std::any_of(line.begin(), line.end(), is_control)) return refused_head(400, head);
  if (target_begin == 0 || target_end < target_begin) {
    examined.text = std::string(head);
    examined.ends_connection = true;
    return examined;
  }
  const Headers headers = read_headers(head.substr(line_end + kLineEnd.size()));
  const Asked asked{line.substr(0, target_begin - 1), line.substr(target_end + 1)};
  if (const auto status = refusal(headers, asked)) return refused_head(*status, head);

  const std::size_t length = headers.length.value_or(0);
  examined.ends_connection = headers.unknown_length || (length > 0 && asked.is_read());
  examined.body_bytes = examined.ends_connection ? 0 : length;
  examined.expects_continue = headers.expects_continue && examined.body_bytes > 0;
  examined.forwarded_for = std::string(headers.forwarded_for);
  examined.method = std::string(asked.method);
  examined.target = std::string(line.substr(target_begin, target_end - target_begin));
  examined.text = std::string(line.substr(0, target_begin)) + '/' + std::string(line.substr(target_end)) +
                  std::string(kLineEnd) + headers.others + std::string(kLineEnd);
  return examined;
}

}  // namespace

RequestHead refused_head(int status, std::string_view incoming) {
  const std::size_t line_end = std::min(incoming.find(kLineEnd), incoming.size());
  RequestHead head;
  head.bytes = incoming.size();
  tell_line(incoming.substr(0, line_end), head);
  incoming.remove_prefix(std::min(line_end + kLineEnd.size(), incoming.size()));
  const std::string method = head.method == "HEAD" ? head.method : "GET";  // whose answer has no body
  head.text = method + " / HTTP/1.1" + std::string(kLineEnd) + name_line(incoming) + std::string(kLineEnd);
  each_whole_line(incoming, [&](std::string_view name, std::string_view value) {
    if (same_letters(name, kForwardedFor)) head.forwarded_for = std::string(value);
  });
  head.refused = status;
  head.ends_connection = true;
  return head;
}

std::optional<RequestHead> examine_head(std::string_view incoming, std::size_t known) {
  const std::size_t line_end = incoming.find(kLineEnd);
  const std::size_t begun = kHeadEnd.size() - 1;  // of the end may have come before
  const std::size_t end = incoming.find(kHeadEnd, known - std::min(known, begun));
  const std::size_t head_bytes = end == std::string_view::npos ? incoming.size() : end + kHeadEnd.size();
  if (std::min(line_end, incoming.size()) > kMaxTargetBytes)
    return refused_head(414, incoming.substr(0, head_bytes));
  if (head_bytes > kMaxHeadBytes) return refused_head(431, incoming.substr(0, head_bytes));
  if (end == std::string_view::npos) return std::nullopt;
  return examine_whole(incoming.substr(0, head_bytes), line_end);
}

}  // namespace giaidap
