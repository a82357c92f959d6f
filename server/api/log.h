// The request log: one line a request on standard error, through spdlog.
#pragma once

#include <string>
#include <string_view>

namespace giaidap {

struct LoggedRequest {
  std::string_view method;
  std::string_view target;  // as it came
  int status = 0;
  double milliseconds = 0;
  std::size_t bytes = 0;  // of the answer's body, as sent
};

// Sets the format and the stream of all log lines. Call once.
void start_log();

void log_request(const LoggedRequest& request);

// Control characters as \xNN and long texts cut, so that nobody writes a line of the log but us.
std::string printable(std::string_view text);

}  // namespace giaidap
